// Plain check boxes, radio buttons, switches, sliders and bars: the browser's own, or drawn.
import { h } from '../dom.js'
import { icon } from '../icons.js'
import { traits } from './style.js'

function captioned(drawn, text, enabled) {
  const parts = [drawn, h('span', { 'data-caption': true }, text)]
  return h('label', { className: `tick ${enabled ? '' : 'faint'}` }, traits.swapped ? parts.reverse() : parts)
}

function native(kind, type, element, state) {
  return h('input', { type, 'data-kind': kind, defaultChecked: state === 'on', indeterminate: state === 'mixed', disabled: !element.enabled })
}

function drawn(kind, element, state, inner) {
  const said = { on: 'true', off: 'false', mixed: 'mixed' }[state]
  return h('span', { 'data-kind': kind, role: kind, className: `drawn ${kind} ${state}`, tabIndex: '0', 'aria-checked': said, 'aria-disabled': element.enabled ? null : 'true' }, inner)
}

function checkbox(element) {
  if (traits.native) return captioned(native('checkbox', 'checkbox', element, element.state), element.label, element.enabled)
  const inner = { on: icon(h, traits.tick, { stroke: 3.500, size: '0.8em' }), mixed: icon(h, 'minus', { stroke: 3.500, size: '0.8em' }) }[element.state]
  return captioned(drawn('checkbox', element, element.state, inner), element.label, element.enabled)
}

function radio(element, dice) {
  return h('div', { className: `choices ${dice.chance(0.3) ? 'down' : ''}`, role: 'radiogroup', style: { gap: `${dice.whole(2, 8)}px ${dice.whole(6, 20)}px` } },
    element.choices.map((text, at) => {
      const state = at === element.choice ? 'on' : 'off'
      const made = traits.native ? native('radio', 'radio', element, state) : drawn('radio', element, state, h('i', {}))
      return h('span', { 'data-row': true, 'data-label': text }, captioned(made, text, element.enabled))
    }))
}

function toggle(element) {
  return captioned(drawn('switch', element, element.state, h('i', {})), element.label, element.enabled)
}

function slider(element) {
  return h('input', { type: 'range', 'data-kind': 'slider', min: 0, max: 100, defaultValue: element.value, disabled: !element.enabled, className: traits.native ? '' : 'ranged', style: { width: `${Math.max(8, element.width * 0.6)}em` } })
}

function progress(element) {
  const wide = { width: `${Math.max(8, element.width * 0.7)}em` }
  if (traits.native) return h('progress', { max: 100, value: element.value, 'data-kind': 'progress', style: wide })
  return h('div', { role: 'progressbar', 'aria-valuenow': element.value, 'data-kind': 'progress', className: 'meter', style: wide }, h('i', { style: { width: `${element.value}%` } }))
}

export const ticked = { checkbox, radio, switch: toggle, slider, progress }
