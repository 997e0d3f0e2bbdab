// Mantine: for the exam alone.
import '@mantine/core/styles.css'
import { createTheme, MantineProvider } from '@mantine/core'
import { createElement as h } from 'react'
import { begin } from '../main.js'
import { mount } from '../react_mount.js'
import { commands } from './commands.js'
import { choose, typed } from './typed.js'

let theme, scheme

function style(plan, dice) {
  choose(dice)
  scheme = plan.dark ? 'dark' : 'light'
  theme = createTheme({ primaryColor: dice.pick('blue', 'blue', 'teal', 'violet', 'orange', 'red'), defaultRadius: dice.pick('sm', 'sm', 'xs', 'md', 'xl'), respectReducedMotion: false, ...(plan.font ? { fontFamily: plan.font } : {}) })
  document.documentElement.dataset.mantineColorScheme = scheme
  return `:root{font-size:${plan.points * 1.2}px}.star,.error{color:var(--mantine-color-error)}.help,.unit{color:var(--mantine-color-dimmed)}small{display:block}
  .header.lined,.toolbar,.menubar{border-bottom:1px solid var(--mantine-color-default-border)}.header.tinted{background:var(--mantine-color-default-hover)}.header.filled{background:var(--mantine-primary-color-filled);color:#fff}
  .header.filled a,.header.filled button{color:#fff}.side{border-right:1px solid var(--mantine-color-default-border)}.side .entry,.node{padding:6px 10px;display:flex;gap:8px;align-items:center;border-radius:4px}
  .side .entry[aria-current],.node[aria-selected=true]{background:var(--mantine-primary-color-light);color:var(--mantine-primary-color-light-color)}.status{border-top:1px solid var(--mantine-color-default-border)}
  .popup{background:var(--mantine-color-body);border:1px solid var(--mantine-color-default-border);border-radius:4px;box-shadow:0 4px 14px #0002}.line>*{min-width:0}a{color:var(--mantine-color-anchor)}`
}

begin({
  h, style, ...typed, ...commands, inside: new Set(['field', 'area', 'dropdown', 'combo']),
  captions: '[data-caption],.mantine-Checkbox-label,.mantine-Radio-label,.mantine-Switch-label',
  rules: [
    { find: '[data-kind]' }, { find: '.mantine-Checkbox-root', kind: 'checkbox', box: '.mantine-Checkbox-input' }, { find: '.mantine-Radio-root', kind: 'radio', box: '.mantine-Radio-radio' },
    { find: '.mantine-Switch-root', kind: 'switch', box: '.mantine-Switch-track' }, { find: '.mantine-Slider-root', kind: 'slider', box: '.mantine-Slider-trackContainer,.mantine-Slider-track,.mantine-Slider-thumb' },
    { find: '.mantine-NumberInput-wrapper', kind: 'number', box: '.mantine-NumberInput-input' }, { find: '.mantine-Select-wrapper', kind: 'dropdown', box: '.mantine-Select-input' }, { find: '.mantine-Autocomplete-wrapper', kind: 'combo', box: '.mantine-Autocomplete-input' },
    { find: '.mantine-PasswordInput-input', kind: 'field' }, { find: '.mantine-Select-option', kind: 'row' }, { find: '.mantine-Tabs-tab', kind: 'tab' },
  ],
  mount: (root, tree, plan) => mount(root, h(MantineProvider, { theme, forceColorScheme: scheme, env: 'test' }, tree), plan),
})
