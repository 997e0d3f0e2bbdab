// Bars: the scroll bars that the browser draws, in CSS pixels of the window.
const LEAST = 6

export function bars() {
  return [document.scrollingElement, ...document.querySelectorAll('body *')].flatMap(one => {
    const inner = inside(one)
    if (!inner) return []
    const down = inner.edge.right - inner.right >= LEAST && one.scrollHeight > one.clientHeight
    const across = inner.edge.bottom - inner.bottom >= LEAST && one.scrollWidth > one.clientWidth
    return [
      down && { left: inner.right, top: inner.edge.top, right: inner.edge.right, bottom: inner.bottom },
      across && { left: inner.edge.left, top: inner.bottom, right: inner.right, bottom: inner.edge.bottom },
    ].filter(bar => bar && shown(bar))
  })
}

// What it has within its border, and where that ends for its contents.
function inside(one) {
  if (one === document.scrollingElement) {
    const zoom = one.currentCSSZoom || 1
    return { edge: { left: 0, top: 0, right: innerWidth, bottom: innerHeight }, right: one.clientWidth * zoom, bottom: one.clientHeight * zoom }
  }
  const style = getComputedStyle(one)
  if (!/auto|scroll/.test(style.overflowX + style.overflowY) || !one.clientHeight || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null
  const box = one.getBoundingClientRect(), zoom = one.currentCSSZoom || 1
  const border = side => parseFloat(style[`border${side}Width`]) * zoom
  const edge = { left: box.left + border('Left'), top: box.top + border('Top'), right: box.right - border('Right'), bottom: box.bottom - border('Bottom') }
  return { edge, right: edge.left + one.clientWidth * zoom, bottom: edge.top + one.clientHeight * zoom }
}

// Whether its middle is on the window and nothing lies over it.
function shown({ left, top, right, bottom }) {
  const x = (left + right) / 2, y = (top + Math.min(bottom, innerHeight)) / 2
  if (x >= innerWidth || y >= innerHeight || x < 0 || y < 0) return false
  return true
}
