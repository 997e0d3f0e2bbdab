// Bootstrap 5: its markup and classes; only its colours, sizes and radius are drawn from the seed.
import 'bootstrap/dist/css/bootstrap.css'
import { commands } from './commands.js'
import { choose, typed } from './typed.js'
import { h } from '../dom.js'
import { begin } from '../main.js'

function style(plan, dice) {
  choose(dice)
  document.documentElement.dataset.bsTheme = plan.dark ? 'dark' : 'light'
  const hue = dice.pick(211, 211, 211, dice.whole(0, 359)), radius = dice.pick('0.375rem', '0.375rem', '0', '0.75rem')
  const accent = `hsl(${hue} ${dice.whole(60, 98)}% ${dice.whole(38, 52)}%)`
  const ground = dice.chance(0.4) && !plan.dark ? 'background:#f8f9fa;' : ''
  return `:root{--bs-border-radius:${radius};--bs-border-radius-sm:${radius};font-size:${plan.points * 1.333}px}body{${ground}}
  .btn-primary{--bs-btn-bg:${accent};--bs-btn-border-color:${accent};--bs-btn-disabled-bg:${accent};--bs-btn-disabled-border-color:${accent}}
  .form-check-input:checked,.form-check-input:indeterminate{background-color:${accent};border-color:${accent}}.progress-bar{background-color:${accent}}
  .nav-pills .active,.list-group-item.active{background-color:${accent};border-color:${accent}}
  .error,.star{color:var(--bs-danger)}.help,.unit{color:var(--bs-secondary-color)}small{display:block}.row{display:block;margin:0;padding:0;--bs-gutter-x:0}.row.left{display:grid}.row>*{width:auto;padding:0;margin-top:0;max-width:none}
  .side .entry{padding:.5rem 1rem;border-radius:${radius};display:flex;gap:.5rem;align-items:center}.side .entry[aria-current]{background:${accent};color:#fff}.header.filled{background:${accent};color:#fff}
  .header.tinted{background:var(--bs-tertiary-bg)}.header.filled a,.header.filled .btn{color:#fff}.icon{vertical-align:-.125em}.bar.toolbar{background:var(--bs-tertiary-bg)}.scrolled{overflow:auto}.popup.dropdown-menu{display:block}
  .form-check{margin:0}.status{border-top:1px solid var(--bs-border-color)}.line{display:flex}.held{min-width:0}.line>*{min-width:0}`
}

begin({
  h, style, zooms: true, ...typed, ...commands,
  inside: new Set(['field', 'area', 'dropdown']), captions: '[data-caption]', rules: [{ find: '[data-kind]' }],
  mount: (root, tree) => root.replaceChildren(tree),
})
