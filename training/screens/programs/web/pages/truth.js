// Truth: where every element of the page is on the screen, and what it is, asked from the DOM as it was drawn.
import { bars } from './bars.js'
import { visible } from './visible.js'

const ASKED = 'input:not([type=hidden]),select,textarea,button,[role]'
const CONTROLS = 'input:not([type=hidden]),select,textarea,button,a[href]'
const HELD = new Set(['field', 'area', 'number', 'date', 'combo', 'dropdown'])
const TICKED = new Set(['checkbox', 'radio', 'switch'])
const CHOSEN = new Set(['tab', 'row', 'menu-item', 'cell'])
const ENTERED = new Set([...HELD, ...TICKED, 'slider', 'button', 'icon-button', 'link', 'tab'])

const WHOLE = 0.995, ENOUGH = 0.500
// Shares of an element that are seen: of what is less than enough nobody can say what it is, so it is ignored.

// Every element that the kit's rules find. A rule has what to `find`, its `kind` (else the element says it), and the
// parts of it that make up its `box`, where the element itself is larger than what is seen of it.
export function truth(kit, offset) {
  const seen = new Set(), ignore = []
  const elements = kit.rules.flatMap(rule => [...document.querySelectorAll(rule.find)].flatMap(one => {
    if (seen.has(one)) return []
    seen.add(one)
    return element(kit, one, rule, offset, ignore)
  }))
  const untold = [...document.querySelectorAll(CONTROLS)].filter(one => visible(one, [one], true) && ![...seen].some(told => told.contains(one) || one.contains(told)))
  // A page that is used may have something open that no plan asked for.
  if (untold.length && !window.plan.used) throw new Error(`no rule finds what a person sees: ${untold[0].outerHTML.slice(0, 200)}`)
  const client = [offset[0], offset[1], innerWidth, innerHeight]
  return { elements: [said('dialog', client, { text: document.title }), ...elements, ...bars().map(bar => said('scrollbar', shifted(bar, offset), {}))], ignore }
}

function element(kit, one, rule, offset, ignore) {
  const kind = rule.kind || one.dataset.kind
  const seen = visible(one, parts(one, rule), TICKED.has(kind) || HELD.has(kind))
  if (!seen) return []
  if (!window.plan.used && (seen.covered || seen.share < ENOUGH)) {
    ignore.push(shifted(seen.box, offset))
    return []
  }
  const control = one.matches(ASKED) ? one : one.querySelector(ASKED) || one
  const row = one.closest('[data-row]'), caption = row?.querySelector(kit.captions)
  const named = (HELD.has(kind) || TICKED.has(kind) || kind === 'slider' || kind === 'progress') && (window.plan.used || !hidden(caption))
  const told = {
    state: state(kind, one, control), enabled: !off(one, control), text: TICKED.has(kind) && !named ? '' : text(kind, one, control, caption),
    label: !named ? '' : one.closest('[data-group]')?.dataset.group || row?.dataset.label || '',
    label_box: caption && named ? textBox(caption, offset) : null,
    focused: ENTERED.has(kind) && one.contains(document.activeElement),
  }
  if (HELD.has(kind) && kind !== 'dropdown' && (control.readOnly || control.getAttribute('aria-readonly') === 'true')) told.readonly = true
  if (kind === 'node') told.chosen = one.getAttribute('aria-selected') === 'true'
  if (seen.share < WHOLE) told.clipped = true
  return [said(kind, shifted(seen.box, offset), told)]
}

// Whether something lies over a caption, so that nobody reads it whole.
function hidden(caption) {
  const seen = caption && visible(caption, [caption], true)
  return Boolean(caption) && (!seen || seen.covered || seen.share < WHOLE)
}

function parts(one, rule) {
  const found = rule.box ? [...one.querySelectorAll(rule.box)] : []
  return found.length ? found : [one]
}

function said(kind, box, more) {
  return { kind, box, state: null, enabled: true, text: '', label: '', label_box: null, focused: false, ...more }
}

function state(kind, one, control) {
  const says = name => one.getAttribute(name) ?? control.getAttribute(name)
  if (TICKED.has(kind)) {
    if (control.indeterminate || says('aria-checked') === 'mixed') return 'mixed'
    return (control.checked ?? says('aria-checked') === 'true') ? 'on' : 'off'
  }
  if (kind === 'node') return { true: 'open', false: 'closed' }[says('aria-expanded')] || 'leaf'
  if (kind === 'menu-item' && says('aria-checked') !== null) return says('aria-checked') === 'true' ? 'on' : 'off'
  const chosen = says('aria-selected') === 'true' || one.closest('[aria-selected=true]')
  return CHOSEN.has(kind) && (chosen || ['page', 'true'].includes(says('aria-current'))) ? 'chosen' : null
}

function off(one, control) {
  return control.disabled || one.matches(':disabled') || Boolean(one.closest('[aria-disabled=true],fieldset[disabled]'))
    || control.getAttribute('aria-disabled') === 'true'
}

function text(kind, one, control, caption) {
  if (TICKED.has(kind)) return plain(caption)
  if (kind === 'number') return (one.querySelector('input') || control).value
  if (control.tagName === 'SELECT') return control.selectedOptions[0]?.text || ''
  if (HELD.has(kind) && control.type === 'password') return '•'.repeat(control.value.length)
  if (HELD.has(kind) && 'value' in control && control.tagName !== 'BUTTON') return control.value || plain(one)
  if (HELD.has(kind) && control.getAttribute('role') === 'combobox') return plain(control) // its border holds its label again
  if (kind === 'slider' || kind === 'progress') return String(control.value || control.getAttribute('aria-valuenow') || '')
  return plain(one) || (kind === 'icon-button' ? control.title || control.getAttribute('aria-label') || '' : '')
}

function plain(one) {
  return (one?.innerText || '').replace(/\s+/g, ' ').trim()
}

function textBox(one, offset) {
  const range = document.createRange()
  range.selectNodeContents(one)
  const box = range.getBoundingClientRect()
  return box.width ? shifted(box, offset) : null
}

function shifted({ left, top, right, bottom }, offset) {
  const [x, y, x2, y2] = [left, top, right, bottom].map(Math.round)
  return [x + offset[0], y + offset[1], x2 - x, y2 - y]
}
