// MUI fields, ticks and sliders.
import { Autocomplete, Checkbox, FormControlLabel, InputAdornment, LinearProgress, MenuItem, Radio, Slider, Switch, TextField } from '@mui/material'
import { cloneElement, createElement as h, forwardRef, useState } from 'react'
import { iso } from '../dates.js'
import { icon } from '../icons.js'
import { isSecret } from '../secret.js'

const traits = {}
const Still = forwardRef(({ in: shown, children }, ref) => shown ? cloneElement(children, { ref }) : null)

export function choose(dice) {
  Object.assign(traits, { variant: dice.pick('outlined', 'outlined', 'filled', 'standard'), size: dice.pick('small', 'small', 'medium'), full: dice.chance(0.4), spun: dice.chance(0.6), color: dice.pick('primary', 'primary', 'secondary', 'success') })
}

function marks(element, kind, look, more = {}) {
  return {
    variant: traits.variant, size: traits.size, disabled: !element.enabled, error: look.wrong, required: look.inside && look.star, label: look.inside ? element.label : undefined, hiddenLabel: !look.inside,
    placeholder: look.inside ? undefined : element.placeholder, defaultValue: element.value, sx: { width: traits.full ? '100%' : `${element.width * 0.6 + 4}em` },
    slotProps: { input: { 'data-kind': kind, readOnly: element.readonly, ...more }, htmlInput: { spellCheck: false } }, fullWidth: traits.full,
  }
}

function field(element, dice, look) {
  const secret = isSecret(element.label)
  const sign = look.search ? 'search' : dice.chance(0.08) ? dice.pick('mail', 'user', 'lock') : null
  const start = sign && !look.inside ? { startAdornment: h(InputAdornment, { position: 'start' }, icon(h, sign, { size: '1.3em' })) } : {}
  return h(TextField, { ...marks(element, 'field', look, start), type: secret ? 'password' : 'text' })
}

const area = (element, dice, look) => h(TextField, { ...marks(element, 'area', look), multiline: true, rows: dice.whole(2, 4) })

// One without arrows looks like any field, and is told as one.
function number(element, dice, look) {
  const told = marks(element, traits.spun ? 'number' : 'field', look, { className: traits.spun ? 'spun' : 'unspun' })
  return h(TextField, { ...told, type: 'number', defaultValue: element.value.replace(',', '.') })
}

function date(element, dice, look) {
  const told = marks(element, 'date', look)
  return h(TextField, { ...told, type: 'date', defaultValue: iso(element.value), slotProps: { ...told.slotProps, inputLabel: { shrink: true } } })
}

function dropdown(element, dice, look) {
  const told = marks(element, 'dropdown', look)
  const select = window.plan.used ? {} : { defaultOpen: Boolean(look.openHere), MenuProps: { hideBackdrop: true, disableScrollLock: true, TransitionComponent: Still, disableAutoFocus: true } }
  return h(TextField, { ...told, select: true, defaultValue: element.choice === null ? '' : element.choices[element.choice], slotProps: { ...told.slotProps, select } },
    element.choices.map(text => h(MenuItem, { key: text, value: text, dense: traits.size === 'small' }, text)))
}

function combo(element, dice, look) {
  return h(Autocomplete, { freeSolo: true, forcePopupIcon: true, options: element.choices, defaultValue: element.value || null, disabled: !element.enabled, size: traits.size, sx: { width: traits.full ? '100%' : `${element.width * 0.6 + 7}em` },
    renderInput: given => {
      const told = marks(element, 'combo', look)
      return h(TextField, { ...given, variant: traits.variant, label: told.label, hiddenLabel: told.hiddenLabel, error: look.wrong, placeholder: told.placeholder, InputProps: { ...given.InputProps, 'data-kind': 'combo' } })
    } })
}

function captioned(control, text, enabled) {
  return h(FormControlLabel, { control, label: text, disabled: !enabled, sx: { marginRight: 0 } })
}

function checkbox(element) {
  const mixed = element.state === 'mixed'
  return captioned(h(Checkbox, { defaultChecked: element.state === 'on', indeterminate: mixed, size: traits.size, color: traits.color, inputProps: mixed ? { 'aria-checked': 'mixed' } : {} }), element.label, element.enabled)
}

const toggle = element => captioned(h(Switch, { defaultChecked: element.state === 'on', size: traits.size, color: traits.color }), element.label, element.enabled)

const radio = (element, dice) => h(Radios, { element, down: dice.chance(0.3) })

function Radios({ element, down }) {
  const [chosen, choose] = useState(element.choice)
  return h('div', { className: `choices ${down ? 'down' : ''}`, style: { columnGap: '12px' } }, element.choices.map((text, at) =>
    h('span', { key: text, 'data-row': true, 'data-label': text }, captioned(h(Radio, { checked: at === chosen, onChange: () => choose(at), size: traits.size, color: traits.color }), text, element.enabled))))
}

const slider = element => h(Slider, { defaultValue: +element.value, disabled: !element.enabled, size: traits.size, color: traits.color === 'success' ? 'primary' : traits.color, sx: { width: '14em', margin: '0 10px' } })
const progress = element => h(LinearProgress, { variant: 'determinate', value: +element.value, 'data-kind': 'progress', sx: { width: '14em' } })

export const typed = { field, area, number, date, dropdown, combo, checkbox, radio, switch: toggle, slider, progress }
