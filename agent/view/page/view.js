"use strict";
// Everything from the run is set as text, never as HTML. The token stands behind the # of the address.
const token = location.hash.slice(1);
const at = (id) => document.getElementById(id);
const canvas = at("canvas"), context = canvas.getContext("2d");
let state = { version: 0 }, shownFrame = 0, isConnected = false, begun = null, drawing = false;

const headers = { Authorization: `Bearer ${token}` };
const get = (path) => fetch(path, { headers });
async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(body),
  }).catch(() => null);
  problem(answer === null ? "The run does not answer." : answer.ok ? "" : await answer.text());
}
const tell = (what, question) => post("/api/do", question ? { what, question } : { what });
function problem(words) { at("problem").textContent = words; at("problem").hidden = !words; }

async function follow() {
  for (;;) {
    try {
      const answer = await get(`/api/state${state.version ? `?since=${state.version}` : ""}`);
      if (answer.status === 401) { problem("This address has no token, or an old one: open the one that `agent run --view` says."); return; }
      if (!answer.ok) throw new Error(await answer.text());
      state = await answer.json();
      isConnected = true;
      show();
      if (state.over) return;
    } catch (_error) {
      if (!isConnected || state.over || state.verdict) { lost(); return; }
      isConnected = false;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}
function lost() {
  if (!state.verdict) { status("gone", "bad"); problem("The run does not answer any more."); }
  for (const button of document.querySelectorAll("button, input, select")) button.disabled = true;
}
function status(words, look) { at("status").textContent = words; at("status").className = `status ${look}`; }

function show() {
  at("task").textContent = state.task || "deskhand";
  document.title = `${state.task || "deskhand"}: live view`;
  at("instruction").textContent = state.instruction;
  const good = state.verdict === "passed";
  if (state.verdict) status(state.verdict.replace("_", " "), good ? "passed" : "bad");
  else if (state.question) status("asks you", "held");
  else if (state.person) status(state.waiting ? "yours" : "your act", "held");
  else if (state.paused) status(state.waiting ? "paused" : "pausing", "held");
  else status(state.task ? "running" : "starting", "running");
  const isOn = Boolean(state.task) && !state.verdict && !state.over;
  at("pause").textContent = state.paused ? "Go on" : "Pause";
  at("take").textContent = state.person ? "Hand back" : "Take over";
  at("take").classList.toggle("on", state.person);
  for (const id of ["pause", "step", "take", "stop"]) at(id).disabled = !isOn || state.stopped;
  at("step").disabled ||= state.person;
  at("hands").hidden = !(state.person && isOn);
  at("screen").classList.toggle("yours", state.person && isOn);
  showQuestion();
  showSteps();
  const ending = at("ending");
  ending.hidden = !state.verdict;
  ending.className = `ending ${good ? "passed" : "bad"}`;
  ending.textContent = state.verdict ? `${state.verdict}: ${state.message}` : "";
  if (state.frame && state.frame.number !== shownFrame) { shownFrame = state.frame.number; draw("/api/frame"); }
}
function showQuestion() {
  const asked = state.question;
  at("question").hidden = !asked;
  if (asked) { at("asked").textContent = asked.what; at("why").textContent = asked.why; }
}
function showSteps() {
  const list = at("steps"), isAtEnd = list.parentElement.scrollTop + list.parentElement.clientHeight >= list.parentElement.scrollHeight - 40;
  list.replaceChildren(...state.steps.map(stepItem));
  if (isAtEnd) list.parentElement.scrollTop = list.parentElement.scrollHeight;
}
function stepItem(step) {
  const item = document.createElement("li");
  item.className = ["done", "ended"].includes(step.outcome) ? "" : "off";
  item.title = step.thought;
  item.append(part("number", step.index), part("sentence", step.sentence || step.outcome), part("seconds", `${step.seconds.toFixed(1)} s`));
  if (step.person) item.children[1].prepend(part("who", "You: "));
  if (step.note) item.append(part("note", step.note));
  return item;
}
function part(name, words) {
  const span = document.createElement("span");
  span.className = name; span.textContent = words;
  return span;
}

async function draw(path) {
  if (drawing) return;
  drawing = true;
  try {
    const answer = await get(path);
    if (!answer.ok) return;
    const picture = await createImageBitmap(await answer.blob());
    if (canvas.width !== picture.width || canvas.height !== picture.height) { canvas.width = picture.width; canvas.height = picture.height; }
    context.drawImage(picture, 0, 0);
    at("nothing").hidden = true;
    mark();
  } catch (_error) { /* the next one will come */ } finally { drawing = false; }
}
function mark() {
  const asked = state.question;
  if (!asked || !asked.point) return;
  for (const [width, colour] of [[6, "#fff"], [3, "#e60050"]]) {
    context.strokeStyle = colour; context.lineWidth = width;
    context.beginPath(); context.arc(...asked.point, 16, 0, 2 * Math.PI); context.stroke();
    if (asked.box) context.strokeRect(asked.box[0] - 3, asked.box[1] - 3, asked.box[2] + 6, asked.box[3] + 6);
  }
}
async function stream() {
  for (;;) {
    await new Promise((done) => setTimeout(done, state.person ? 250 : 700));
    if (state.over) return;
    if (document.hidden || !state.task || state.verdict) continue;
    if (state.question) await draw("/api/frame"); else if (state.live) await draw("/api/live");
  }
}

// The person's hands: places in pixels of the frame.
function place(event) {
  const shown = canvas.getBoundingClientRect(), scale = Math.min(shown.width / canvas.width, shown.height / canvas.height);
  const left = shown.left + (shown.width - canvas.width * scale) / 2, top = shown.top + (shown.height - canvas.height * scale) / 2;
  const point = [Math.floor((event.clientX - left) / scale), Math.floor((event.clientY - top) / scale)];
  return point[0] >= 0 && point[1] >= 0 && point[0] < canvas.width && point[1] < canvas.height ? point : null;
}
const act = (action) => post("/api/act", action);
const far = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]) > 8;
canvas.addEventListener("pointerdown", (event) => {
  if (!state.person) return;
  event.preventDefault();
  begun = { point: place(event), button: event.button };
  canvas.setPointerCapture(event.pointerId);
});
canvas.addEventListener("pointerup", async (event) => {
  const from = begun, to = place(event);
  begun = null;
  if (!state.person || !from || !from.point || !to) return;
  if (from.button === 0 && far(from.point, to)) { await act({ kind: "move", point: from.point }); await act({ kind: "drag", point: to }); return; }
  const how = at("click").value;
  if (how === "move") { await act({ kind: "move", point: to }); return; }
  const [button, count] = from.button === 0 ? how.split(" ") : [from.button === 2 ? "right" : "middle", "1"];
  await act({ kind: "click", point: to, button, count: Number(count) });
});
canvas.addEventListener("contextmenu", (event) => { if (state.person) event.preventDefault(); });
let turned = 0, turnedAt = null, turning = null;
canvas.addEventListener("wheel", (event) => {
  if (!state.person) return;
  event.preventDefault();
  turned += Math.sign(event.deltaY); turnedAt = place(event);
  clearTimeout(turning);
  turning = setTimeout(() => {
    if (turnedAt && turned) act({ kind: "scroll", point: turnedAt, vertical: -Math.max(-20, Math.min(20, turned)) });
    turned = 0;
  }, 200);
}, { passive: false });
at("typing").addEventListener("submit", (event) => {
  event.preventDefault();
  if (at("text").value) act({ kind: "type", text: at("text").value });
  at("text").value = "";
});
const press = (chord) => act({ kind: "key", keys: chord.replace(/\+\+$/, "+plus").split("+").filter(Boolean) });
at("pressing").addEventListener("submit", (event) => {
  event.preventDefault();
  if (at("keys").value.trim()) press(at("keys").value.trim());
  at("keys").value = "";
});
for (const button of document.querySelectorAll("[data-keys]")) button.addEventListener("click", () => press(button.dataset.keys));
at("pause").addEventListener("click", () => tell(state.paused ? "resume" : "pause"));
at("step").addEventListener("click", () => tell("step"));
at("take").addEventListener("click", () => tell(state.person ? "give" : "take"));
at("stop").addEventListener("click", () => tell("stop"));
at("approve").addEventListener("click", () => tell("approve", state.question.number));
at("refuse").addEventListener("click", () => tell("refuse", state.question.number));
follow();
stream();
