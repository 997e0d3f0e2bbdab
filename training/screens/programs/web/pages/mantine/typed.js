// Mantine fields, ticks and sliders.
import { Autocomplete, Checkbox, NumberInput, PasswordInput, Progress, Radio, Select, Slider, Switch, Textarea, TextInput } from '@mantine/core'
import { createElement as h } from 'react'
import { iso } from '../dates.js'
import { icon } from '../icons.js'
import { isSecret } from '../secret.js'

const traits = {}

export function choose(dice) {
  Object.assign(traits, { size: dice.pick('xs', 'sm', 'sm', 'md'), variant: dice.pick('default', 'default', 'filled'), full: dice.chance(0.4) })
}

function marks(element, look) {
  return {
    size: traits.size, variant: traits.variant, disabled: !element.enabled, error: Boolean(look.wrong), placeholder: look.inside ? element.label : element.placeholder || undefined, readOnly: element.readonly,
    style: { width: traits.full ? '100%' : `${element.width * 0.6 + 4}em` },
  }
}

function field(element, dice, look) {
  if (isSecret(element.label)) return h(PasswordInput, { ...marks(element, look), defaultValue: element.value, visibilityToggleButtonProps: { 'data-kind': 'icon-button', 'aria-label': 'eye' } })
  return h(TextInput, { ...marks(element, look), defaultValue: element.value, 'data-kind': 'field', leftSection: look.search || dice.chance(0.08) ? icon(h, look.search ? 'search' : 'mail') : undefined })
}

const area = (element, dice, look) => h(Textarea, { ...marks(element, look), defaultValue: element.value, rows: dice.whole(2, 4), 'data-kind': 'area' })
const number = (element, dice, look) => h(NumberInput, { ...marks(element, look), defaultValue: Number(element.value.replace(',', '.')) || 0 })
const date = (element, dice, look) => h(TextInput, { ...marks(element, look), type: 'date', defaultValue: iso(element.value), 'data-kind': 'date' })
const dropdown = (element, dice, look) => h(Select, { ...marks(element, look), data: element.choices, defaultValue: element.choice === null ? null : element.choices[element.choice], dropdownOpened: look.openHere || undefined, comboboxProps: { transitionProps: { duration: 0 } } })
const combo = (element, dice, look) => h(Autocomplete, { ...marks(element, look), data: element.choices, defaultValue: element.value, rightSection: icon(h, 'down') })
const checkbox = (element, dice) => h(Checkbox, { label: element.label, defaultChecked: element.state === 'on', indeterminate: element.state === 'mixed', disabled: !element.enabled, size: traits.size, variant: dice.pick('filled', 'filled', 'outline') })
const toggle = element => h(Switch, { label: element.label, defaultChecked: element.state === 'on', disabled: !element.enabled, size: traits.size })

function radio(element, dice) {
  return h('div', { className: `choices ${dice.chance(0.3) ? 'down' : ''}`, style: { gap: '5px 14px' } }, element.choices.map((text, at) =>
    h('span', { key: text, 'data-row': true, 'data-label': text }, h(Radio, { label: text, checked: at === element.choice, readOnly: true, disabled: !element.enabled, size: traits.size }))))
}

const slider = element => h('div', { style: { width: '14em' } }, h(Slider, { defaultValue: Number(element.value), disabled: !element.enabled, size: traits.size, label: null }))
const progress = element => h('div', { style: { width: '14em' } }, h(Progress, { value: Number(element.value), size: traits.size === 'xs' ? 'md' : 'lg', 'data-kind': 'progress', 'aria-valuenow': element.value }))

export const typed = { field, area, number, date, dropdown, combo, checkbox, radio, switch: toggle, slider, progress }
