// Visible: the part of an element that nothing clips or covers, in CSS pixels of the window.
const ACROSS = 9, DOWN = 5
const NEAR = 2.500
// Pixels from an edge that are not looked at: where it lies between two pixels, what is beside it may answer there.

// The box of what is seen of its parts, which share of them that is, and whether something lies over them; nothing when hidden.
// `loose`: what else lies in its row belongs to it.
export function visible(one, parts, loose) {
  if (!parts[0].checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null
  const whole = union(parts.map(part => part.getBoundingClientRect()))
  const box = clipped(one, whole)
  if (box.right - box.left < 3 || box.bottom - box.top < 3) return null
  const free = uncovered(one, box, loose)
  return free && { box: free, share: area(free) / area(whole), covered: free.covered }
}

function union(boxes) {
  return {
    left: Math.min(...boxes.map(box => box.left)), top: Math.min(...boxes.map(box => box.top)),
    right: Math.max(...boxes.map(box => box.right)), bottom: Math.max(...boxes.map(box => box.bottom)),
  }
}

function clipped(one, { left, top, right, bottom }) {
  const box = { left, top, right, bottom }
  cut(box, 0, 0, innerWidth, innerHeight)
  let fixed = getComputedStyle(one).position === 'fixed'
  for (let up = one.parentElement; up && up !== document.body && !fixed; up = up.parentElement) {
    const style = getComputedStyle(up)
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
      const edge = up.getBoundingClientRect(), zoom = up.currentCSSZoom || 1
      const x = edge.left + up.clientLeft * zoom, y = edge.top + up.clientTop * zoom
      cut(box, x, y, x + up.clientWidth * zoom, y + up.clientHeight * zoom)
    }
    fixed = style.position === 'fixed'
  }
  return box
}

function cut(box, left, top, right, bottom) {
  box.left = Math.max(box.left, left)
  box.top = Math.max(box.top, top)
  box.right = Math.min(box.right, right)
  box.bottom = Math.min(box.bottom, bottom)
}

// The bounding box of the points at which it can be hit, to the pixel, and whether something lies over a part of it.
function uncovered(one, box, loose) {
  const row = loose && one.closest('[data-row]')
  const free = (x, y) => {
    const hit = document.elementFromPoint(x, y)
    return Boolean(hit) && (one.contains(hit) || hit.contains(one) || Boolean(row && row.contains(hit) && !hit.closest('.popup')))
  }
  const columns = spots(box.left, box.right, ACROSS), rows = spots(box.top, box.bottom, DOWN)
  const hits = rows.flatMap(y => columns.filter(x => free(x, y)).map(x => [x, y]))
  if (!hits.length) return null
  const anyRow = x => rows.some(y => free(x, y)), anyColumn = y => columns.some(x => free(x, y))
  const xs = hits.map(hit => hit[0]), ys = hits.map(hit => hit[1])
  return {
    left: reach(Math.min(...xs), box.left, anyRow), right: reach(Math.max(...xs), box.right, anyRow),
    top: reach(Math.min(...ys), box.top, anyColumn), bottom: reach(Math.max(...ys), box.bottom, anyColumn),
    covered: hits.length < columns.length * rows.length,
  }
}

function spots(low, high, many) {
  return Array.from({ length: many }, (_, at) => low + (high - low) * (at + 0.500) / many)
}

// How far it is free from a point towards an edge.
function reach(from, edge, free) {
  const step = Math.sign(edge - from)
  let at = from
  while (Math.abs(edge - at) > NEAR && free(at + step)) at += step
  return Math.abs(edge - at) <= NEAR ? edge : at
}

function area(box) {
  return (box.right - box.left) * (box.bottom - box.top)
}
