// Ant Design: for the exam alone.
import { App, ConfigProvider, theme as themes } from 'antd'
import { createElement as h } from 'react'
import { begin } from '../main.js'
import { mount } from '../react_mount.js'
import { commands } from './commands.js'
import { choose, typed } from './typed.js'

let theme

function style(plan, dice) {
  choose(dice)
  const algorithm = [plan.dark ? themes.darkAlgorithm : themes.defaultAlgorithm, ...(dice.chance(0.25) ? [themes.compactAlgorithm] : [])]
  theme = { algorithm, token: { fontSize: Math.round(plan.points * 1.333), motion: false, ...(dice.chance(0.3) ? { colorPrimary: `hsl(${dice.whole(0, 359)}, 70%, 42%)` } : {}), ...(plan.font ? { fontFamily: plan.font } : {}) } }
  const ground = plan.dark ? '#141414' : dice.pick('#fff', '#fff', '#f5f5f5'), line = plan.dark ? '#424242' : '#d9d9d9', faint = plan.dark ? '#ffffff73' : '#00000073'
  return `body{background:${ground};color:${plan.dark ? '#ffffffd9' : '#000000e0'};font:${plan.points * 1.333}px sans-serif}.star,.error{color:#ff4d4f}.help{color:${faint}}small{display:block}
  .header.lined,.toolbar,.menubar{border-bottom:1px solid ${line}}.header.tinted{background:${plan.dark ? '#1f1f1f' : '#fafafa'}}.header.filled{background:#001529;color:#fff}.header.filled a,.header.filled button{color:#fff}
  .side .entry{padding:8px 16px;display:flex;gap:10px;align-items:center;border-radius:8px}.side .entry[aria-current]{background:${plan.dark ? '#111a2c' : '#e6f4ff'};color:#1677ff}.status{border-top:1px solid ${line}}
  .popup{background:${plan.dark ? '#1f1f1f' : '#fff'};border-radius:8px;box-shadow:0 6px 16px #0003}.line>*{min-width:0}.armed .ant-input-number-handler-wrap{opacity:1;width:22px}a{color:#1677ff}.node{padding:2px 8px;display:flex;gap:6px}.node[aria-selected=true]{background:${plan.dark ? '#111a2c' : '#e6f4ff'}}`
}

begin({
  h, style, ...typed, ...commands, inside: new Set(['field', 'area', 'dropdown', 'combo', 'date']),
  captions: '[data-caption],.ant-checkbox+span,.ant-radio+span',
  rules: [
    { find: '[data-kind]:not(.ant-input-affix-wrapper input)' }, { find: '.ant-input-affix-wrapper', kind: 'field' }, { find: '.ant-checkbox-wrapper', kind: 'checkbox', box: '.ant-checkbox-inner' },
    { find: '.ant-radio-wrapper', kind: 'radio', box: '.ant-radio-inner' }, { find: '.ant-switch', kind: 'switch' },
    { find: '.ant-slider', kind: 'slider', box: '.ant-slider-rail,.ant-slider-handle' }, { find: '.ant-input-number:not(.ant-input-number-disabled)', kind: 'number' }, { find: '.ant-input-number-disabled', kind: 'field' }, { find: '.ant-picker', kind: 'date' },
    { find: '.ant-select:not(.ant-select-auto-complete) > .ant-select-selector', kind: 'dropdown' }, { find: '.ant-select-auto-complete > .ant-select-selector', kind: 'combo' },
    { find: '.ant-select-item-option', kind: 'row' }, { find: '.ant-tabs-tab', kind: 'tab' },
    { find: 'thead .ant-table-cell:not(.ant-table-selection-column)', kind: 'header' }, { find: 'tbody .ant-table-row .ant-table-cell:not(.ant-table-selection-column)', kind: 'cell' }, { find: 'tbody .ant-table-row', kind: 'row' },
  ],
  mount: (root, tree, plan) => mount(root, h(ConfigProvider, { theme, wave: { disabled: true } }, h(App, {}, tree)), plan),
})
