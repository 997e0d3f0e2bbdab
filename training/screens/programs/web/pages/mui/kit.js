// MUI: Material components of React, in a theme of the seed.
import CssBaseline from '@mui/material/CssBaseline'
import { createTheme, ThemeProvider } from '@mui/material/styles'
import { createElement as h } from 'react'
import { begin } from '../main.js'
import { mount } from '../react_mount.js'
import { commands } from './commands.js'
import { choose, typed } from './typed.js'

let theme

function style(plan, dice) {
  choose(dice)
  const hue = dice.pick(210, 210, 262, dice.whole(0, 359))
  theme = createTheme({
    palette: { mode: plan.dark ? 'dark' : 'light', ...(dice.chance(0.6) ? { primary: { main: `hsl(${hue}, ${dice.whole(50, 90)}%, ${plan.dark ? 65 : 40}%)` } } : {}) },
    shape: { borderRadius: dice.pick(4, 4, 4, 0, 8, 12) }, typography: { fontSize: plan.points * 1.4, fontFamily: plan.font || 'Roboto, Helvetica, Arial, sans-serif' },
    components: { MuiButtonBase: { defaultProps: { disableRipple: true } } },
  })
  const line = theme.palette.divider
  const drawn = plan.used ? '' : '.MuiPopover-root{pointer-events:none}.MuiPopover-paper{pointer-events:auto}'
  return `${drawn}body{font:${plan.points * 1.333}px Roboto,Helvetica,sans-serif}
  small{display:block;color:${theme.palette.text.secondary}}.error,.star{color:${theme.palette.error.main}}.unit,.caption{color:${theme.palette.text.secondary}}
  .header.filled{background:${theme.palette.primary.main};color:#fff}.header.filled a,.header.filled button{color:#fff}.header.lined,.toolbar{border-bottom:1px solid ${line}}
  .side{border-right:1px solid ${line}}.side .entry{padding:8px 12px;display:flex;gap:12px;align-items:center}.side .entry[aria-current]{background:${theme.palette.action.selected}}
  .status{border-top:1px solid ${line}}a{color:${theme.palette.primary.main}}.held,.line>*{min-width:0}.line>.MuiFormControl-root,.line>.MuiAutocomplete-root{flex:0 1 auto;max-width:100%}`
}

begin({
  h, style, ...typed, ...commands, inside: new Set(['field', 'area', 'number', 'combo', 'dropdown', 'date']),
  captions: '[data-caption],.MuiFormControlLabel-label,.MuiInputLabel-root',
  rules: [
    { find: '[data-kind]' }, { find: '.MuiCheckbox-root', kind: 'checkbox', box: 'svg path' }, { find: '.MuiRadio-root', kind: 'radio', box: 'svg:first-child path' },
    { find: '.MuiSwitch-root', kind: 'switch', box: '.MuiSwitch-track,.MuiSwitch-thumb' }, { find: '.MuiSlider-root', kind: 'slider', box: '.MuiSlider-rail,.MuiSlider-thumb' },
    { find: '.MuiIconButton-root:not(.MuiAutocomplete-endAdornment *)', kind: 'icon-button' }, { find: '[role=option]', kind: 'row' },
  ],
  mount: (root, tree, plan) => mount(root, h(ThemeProvider, { theme }, h(CssBaseline), tree), plan),
})
