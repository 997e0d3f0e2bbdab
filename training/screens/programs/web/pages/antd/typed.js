// Ant Design fields, ticks and sliders.
import { AutoComplete, Checkbox, DatePicker, Input, InputNumber, Progress, Radio, Select, Slider, Switch } from 'antd'
import dayjs from 'dayjs'
import { createElement as h, useState } from 'react'
import { iso } from '../dates.js'
import { icon } from '../icons.js'
import { isSecret } from '../secret.js'

const traits = {}

export function choose(dice) {
  Object.assign(traits, { size: dice.pick('small', 'middle', 'middle', 'large'), variant: dice.pick('outlined', 'outlined', 'outlined', 'filled', 'underlined'), full: dice.chance(0.4) })
}

function marks(element, look) {
  return {
    size: traits.size, variant: traits.variant, disabled: !element.enabled, status: look.wrong ? 'error' : undefined, placeholder: look.inside ? element.label : element.placeholder || undefined,
    style: { width: traits.full ? '100%' : `${element.width * 0.6 + 3}em` },
  }
}

function field(element, dice, look) {
  const told = { ...marks(element, look), defaultValue: element.value, readOnly: element.readonly, 'data-kind': 'field', spellCheck: false }
  if (isSecret(element.label)) return h(Input.Password, { ...told, visibilityToggle: false })
  return h(Input, { ...told, prefix: look.search || dice.chance(0.1) ? icon(h, look.search ? 'search' : 'user') : undefined })
}

const area = (element, dice, look) => h(Input.TextArea, { ...marks(element, look), rows: dice.whole(2, 4), defaultValue: element.value, readOnly: element.readonly, 'data-kind': 'area' })

// Its arrows are shown when the pointer is over it; without them it looks like any field, so they are always shown;
// a disabled one has none, and is told as a field.
const number = (element, dice, look) => h(InputNumber, { ...marks(element, look), defaultValue: Number(element.value.replace(',', '.')) || 0, className: 'armed' })

function date(element, dice, look) {
  const drawn = dice.pick('YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY'), format = element.format?.toUpperCase() || drawn
  return h(DatePicker, { ...marks(element, look), defaultValue: iso(element.value) ? dayjs(iso(element.value)) : undefined, format, style: traits.full ? { width: '100%' } : {} })
}

function dropdown(element, dice, look) {
  return h(Select, { ...marks(element, look), defaultValue: element.choice === null ? undefined : element.choices[element.choice], open: look.openHere || undefined, virtual: false, options: element.choices.map(value => ({ value, label: value })), popupMatchSelectWidth: dice.chance(0.6) })
}

const combo = (element, dice, look) => h(AutoComplete, { ...marks(element, look), defaultValue: element.value || undefined, options: element.choices.map(value => ({ value })), suffixIcon: icon(h, 'down') })
const checkbox = element => h(Checkbox, { defaultChecked: element.state === 'on', indeterminate: element.state === 'mixed', disabled: !element.enabled }, element.label)
const toggle = element => h('label', { className: 'line' }, h(Switch, { defaultChecked: element.state === 'on', disabled: !element.enabled, size: traits.size === 'small' ? 'small' : 'default' }), h('span', { 'data-caption': true }, element.label))

const radio = (element, dice) => h(Radios, { element, down: dice.chance(0.3) })

function Radios({ element, down }) {
  const [chosen, choose] = useState(element.choice)
  return h('div', { className: `choices ${down ? 'down' : ''}`, style: { gap: '4px 10px' } }, element.choices.map((text, at) =>
    h('span', { key: text, 'data-row': true, 'data-label': text }, h(Radio, { checked: at === chosen, onChange: () => choose(at), disabled: !element.enabled }, text))))
}

const slider = element => h('div', { style: { width: '14em' } }, h(Slider, { defaultValue: Number(element.value), disabled: !element.enabled, tooltip: { open: false } }))
const progress = element => h('div', { style: { width: '14em' }, 'data-kind': 'progress', 'aria-valuenow': element.value }, h(Progress, { percent: Number(element.value), showInfo: false }))

export const typed = { field, area, number, date, dropdown, combo, checkbox, radio, switch: toggle, slider, progress }
