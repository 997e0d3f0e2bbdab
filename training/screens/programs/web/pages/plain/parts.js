// Plain parts: the style of buttons, marks, lists, menus and tabs, in the page's colours.
export function buttons(dice, tone, traits) {
  const round = dice.pick(tone.radius, tone.radius, 4, 999), pad = `${dice.whole(2, 11)}px ${dice.whole(8, 22)}px`
  const outline = dice.pick(`background:${tone.card};border-color:${tone.line}`, 'background:transparent;border-color:currentColor', `background:linear-gradient(${tone.card},${tone.sunk});border-color:${tone.line}`, `background:transparent;border-color:${tone.accent};color:${tone.accent}`)
  return `.btn{display:inline-flex;align-items:center;justify-content:center;gap:0.4em;white-space:nowrap;${traits.bare ? '' : `border:${dice.pick(1, 1, 2)}px solid transparent;background:transparent;color:inherit;padding:${pad};border-radius:${round}px;${dice.pick('', '', 'font-weight:600;', 'text-transform:uppercase;letter-spacing:0.03em;font-size:0.9em;')}`}}
  .btn.small{padding:2px 8px}.btn.only{padding:${dice.whole(2, 8)}px;line-height:1;border-radius:${dice.pick(tone.radius, 4, 999)}px}
  ${traits.bare ? '' : `.btn.outline{${outline}}`}.btn.ghost{background:transparent;border-color:transparent;${dice.chance(0.4) ? `color:${tone.accent}` : ''}}
  .btn.filled{background:${tone.soft};border-color:transparent}.btn.primary{background:${tone.accent};border-color:transparent;color:#fff}
  .btn:disabled{${dice.pick('opacity:0.45', `background:${tone.soft};color:${tone.faint};border-color:transparent`)}}
  .adorned{position:relative;display:inline-flex;max-width:100%;box-sizing:border-box;vertical-align:middle}.adorn{position:absolute;top:0;bottom:0;display:flex;align-items:center;padding:0 0.5em;color:${tone.faint};border:0;background:none;pointer-events:none}
  .adorn.left{left:0}.adorn.right{right:0}button.adorn{pointer-events:auto}
  .stepper{display:inline-flex;align-items:center;gap:${dice.pick(0, 0, 4)}px}.btn.step{padding:${dice.whole(3, 8)}px;border-color:${tone.line}}
  .floating{position:relative;display:inline-block;max-width:100%;width:100%}.floating>label{position:absolute;left:0.8em;top:50%;transform:translateY(-50%);color:${tone.faint};pointer-events:none}
  .floating:has(textarea)>label{top:1.2em}.floating.up.within>.in{padding-top:1.3em}.floating.up.within>label{top:0.2em;transform:none;font-size:0.75em}
  .floating.up.edge>label{top:0;font-size:0.75em;background:${tone.field};padding:0 3px;left:0.7em}.floating.edge{margin-top:0.5em}`
}

export function marks(dice, tone) {
  const size = dice.between(0.9, 1.450).toFixed(2), edge = `${dice.pick(1, 1, 2)}px solid ${dice.pick(tone.line, tone.faint, tone.faint)}`, gap = dice.between(0.3, 0.8).toFixed(2)
  const on = dice.chance(0.75) ? `background:${tone.accent};border-color:${tone.accent};color:#fff` : `color:${tone.accent};border-color:${tone.accent}`
  const long = dice.between(1.6, 2.200).toFixed(2), thumb = dice.between(0.6, 1.150).toFixed(2), out = thumb > 0.95
  return `.tick{display:inline-flex;align-items:center;gap:${gap}em}
  .drawn{display:inline-flex;align-items:center;justify-content:center;flex:none;box-sizing:border-box;width:${size}em;height:${size}em;border:${edge};background:${tone.field}}
  .drawn.checkbox{border-radius:${Math.min(6, dice.pick(0, 2, 3, tone.radius))}px}.drawn.radio{border-radius:50%}.drawn.on,.drawn.mixed{${on}}.drawn[aria-disabled]{opacity:0.45}
  .drawn.radio.on>i{width:${dice.pick('45%', '55%', '35%')};aspect-ratio:1;border-radius:50%;background:currentColor}
  .drawn.switch{width:${(size * long).toFixed(2)}em;border-radius:${dice.pick(99, 99, 99, 3)}px;justify-content:flex-start;padding:0;background:${tone.sunk}}
  .drawn.switch>i{height:${Math.round(thumb * 78)}%;aspect-ratio:1;border-radius:${dice.chance(0.85) ? '50%' : '2px'};background:${dice.pick('#fff', tone.faint)};margin:0 ${out ? 0 : 2}px;flex:none;box-shadow:0 0 2px #0006}
  .drawn.switch.on{${dice.chance(0.85) ? `background:${tone.accent};border-color:${tone.accent}` : ''};justify-content:flex-end}.drawn.switch.on>i{background:${dice.pick('#fff', '#fff', tone.card)}}
  .ranged{appearance:none;height:${dice.whole(14, 22)}px;margin:0;background:linear-gradient(${tone.line},${tone.line}) no-repeat center/100% ${dice.whole(2, 8)}px}
  .ranged::-webkit-slider-thumb{appearance:none;width:${dice.whole(10, 20)}px;height:${dice.whole(10, 20)}px;border-radius:${dice.pick('50%', '50%', '3px')};background:${tone.accent};border:${dice.pick(0, 2)}px solid ${tone.card}}
  .ranged:disabled{opacity:0.5}
  .meter{height:${dice.whole(4, 18)}px;border-radius:${dice.pick(0, 3, 99)}px;background:${tone.sunk};overflow:hidden;${dice.chance(0.3) ? `border:1px solid ${tone.line}` : ''}}.meter>i{display:block;height:100%;background:${tone.accent}}`
}

export function lists(dice, tone) {
  const pad = `${dice.whole(1, 10)}px ${dice.whole(4, 14)}px`
  return `.scrolled{overflow:auto;max-width:100%;${dice.chance(0.7) ? `border:1px solid ${tone.line};border-radius:${Math.min(10, tone.radius)}px` : ''}}
  table{border-collapse:${dice.pick('collapse', 'collapse', 'separate')};border-spacing:0;${dice.chance(0.6) ? 'width:100%' : ''}}th,td{padding:${pad};text-align:${dice.pick('left', 'left', 'left', 'center')};white-space:nowrap}
  th{${dice.pick(`background:${tone.soft}`, `background:${tone.ground};border-bottom:2px solid ${tone.line}`, `background:${tone.accent};color:#fff`, `background:${tone.ground};color:${tone.faint};font-size:0.9em`)};position:sticky;top:0}
  .striped tr:nth-child(even) td{background:${tone.soft}}.lined td{border-bottom:1px solid ${tone.line}}.gridded td,.gridded th{border:1px solid ${tone.line}}
  .narrow{width:1%;padding-top:0;padding-bottom:0}tr[aria-selected=true] td,.entry[aria-selected=true],.entry[aria-current]{${dice.chance(0.6) ? `background:${tone.chosen}` : `background:${tone.accent};color:#fff`}}
  .entry{padding:${pad};display:flex;align-items:center;gap:0.5em}.list{${dice.chance(0.5) ? `background:${tone.card}` : ''}}.list>li.entry{${dice.chance(0.3) ? `border-bottom:1px solid ${tone.line}` : ''}}
  .branch.entry{padding:${dice.whole(0, 5)}px 0.4em;gap:0.35em}.turn{width:1.1em;flex:none;display:inline-flex;justify-content:center}
  select[size]{padding:2px;overflow:auto}select[size] option{padding:${dice.whole(0, 4)}px 4px}`
}

export function menus(dice, tone) {
  const shadow = dice.pick(`border:1px solid ${tone.line}`, `border:1px solid ${tone.line};box-shadow:2px 4px 12px #0005`, 'box-shadow:0 4px 20px #0006')
  return `.popup{background:${tone.card};${shadow};border-radius:${Math.min(10, tone.radius)}px;padding:${dice.pick(0, 2, 4, 8)}px 0;${dice.chance(0.3) ? 'margin-top:4px' : ''}}
  .popup hr{border:0;border-top:1px solid ${tone.line};margin:${dice.whole(2, 6)}px 0}.popup kbd{margin-left:auto;padding-left:2em;font:inherit;color:${tone.faint}}
  .menubar{${dice.pick('', `background:${tone.soft};`, `border-bottom:1px solid ${tone.line};`)}}.menu{display:block;padding:${dice.whole(1, 9)}px ${dice.whole(6, 14)}px}.menu.open{background:${dice.pick(tone.chosen, tone.sunk)}}
  .opened{position:relative;display:inline-block;max-width:100%}.drop{display:inline-flex;align-items:center;justify-content:space-between;gap:0.4em;white-space:nowrap;overflow:hidden;vertical-align:middle}
  .drop>span{overflow:hidden;text-overflow:ellipsis}.drop>.icon{color:${tone.faint}}`
}

export function tabs(dice, tone) {
  const pad = `${dice.whole(3, 12)}px ${dice.whole(8, 20)}px`
  return `.tabs{display:flex;flex-wrap:wrap;gap:${dice.pick(0, 0, 4)}px}.tab{padding:${pad};box-sizing:border-box}.tab[aria-selected=false]{${dice.chance(0.5) ? `color:${tone.faint}` : ''}}
  .underlined{border-bottom:1px solid ${tone.line}}.underlined .tab[aria-selected=true]{box-shadow:inset 0 -${dice.whole(2, 4)}px ${tone.accent};${dice.chance(0.5) ? `color:${tone.accent}` : ''}}
  .boxed .tab,.folder .tab{border:1px solid ${tone.line}}.boxed .tab[aria-selected=true]{background:${tone.accent};color:#fff}
  .folder{border-bottom:1px solid ${tone.line}}.folder .tab{border-radius:${Math.min(8, tone.radius)}px ${Math.min(8, tone.radius)}px 0 0;margin-bottom:-1px;background:${tone.soft}}.folder .tab[aria-selected=true]{background:${tone.ground};border-bottom-color:${tone.ground}}
  .pills .tab{border-radius:${dice.pick(4, 99)}px}.pills .tab[aria-selected=true]{background:${dice.pick(tone.accent, tone.chosen)};${''}}
  .segmented{background:${tone.sunk};border-radius:${Math.min(10, tone.radius)}px;padding:3px;width:fit-content}.segmented .tab[aria-selected=true]{background:${tone.card};border-radius:${Math.min(8, tone.radius)}px;box-shadow:0 1px 3px #0004}`
}
