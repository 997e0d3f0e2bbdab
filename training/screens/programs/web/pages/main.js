// Main: what the program that steers the browser asks of a page, whatever its kit.
import { dice } from './dice.js'
import { page } from './page.js'
import { SHELL } from './shell.js'
import { truth } from './truth.js'

const STILL = '*,*::before,*::after{animation:none!important;transition:none!important;scroll-behavior:auto!important}'

export function begin(kit) {
  let scroll = 0
  // Draw a plan; the size in screen pixels that the page would like to have.
  window.show = async plan => {
    const rolls = dice(plan.seed)
    window.plan = plan
    document.title = plan.title
    const wide = plan.size ? plan.size[0] / plan.scale : rolls.whole(44, 92) * plan.points * 1.333 / Math.sqrt(plan.scale)
    Object.assign(document.documentElement.style, { zoom: plan.scale, width: `${wide}px` })
    style(STILL + SHELL + (kit.style ? kit.style(plan, rolls) : ''))
    await kit.mount(document.getElementById('root'), page(kit, plan, rolls), plan)
    await still()
    document.querySelector('[data-focus] input,[data-focus] textarea,[data-focus] [tabindex],input[data-focus]')?.focus()
    await still()
    const size = plan.size || [wide * plan.scale, Math.max(160, document.getElementById('root').scrollHeight * plan.scale)]
    scroll = rolls.chance(0.3) ? rolls.roll() : 0
    return [...size.map(Math.ceil), rolls.roll()]
  }
  // Let the page fill its window, and mark its first pixels with a colour.
  window.settle = async colour => {
    document.documentElement.style.width = ''
    await still()
    if (scroll && document.activeElement === document.body) scrollTo(0, scroll * document.scrollingElement.scrollHeight)
    document.getElementById('mark').style.background = colour
    await still()
  }
  window.truth = async offset => (await still(), truth(kit, offset))
}

addEventListener('mousemove', event => { window.offset = [event.screenX - event.clientX, event.screenY - event.clientY] })

function style(text) {
  const made = document.createElement('style')
  made.textContent = text
  document.head.append(made)
}

async function still() {
  await document.fonts.ready
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
}
