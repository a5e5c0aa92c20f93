// A chart as a picture of points, drawn shape by shape: the page's content policy lets no image but its own be loaded, so that
// the browser cannot be asked to draw an SVG file. Knows the shapes that our charts have.
import { isDrawn, pageColours, titleHeight } from './drawn.ts';

const scale = 2;

/** Twice the chart's size; null when the browser has no canvas for it. */
export async function pngOf(chart: SVGSVGElement, title: string): Promise<Blob | null> {
  const { width, height } = chart.viewBox.baseVal;
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = (height + titleHeight) * scale;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const { paper, ink } = pageColours(chart);
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = ink;
  context.font = `600 16px ${getComputedStyle(chart).fontFamily}`;
  context.fillText(title, 0, 20);
  for (const shape of shapesOf(chart)) draw(context, shape);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

function shapesOf(parent: Element): SVGGraphicsElement[] {
  return [...parent.children].filter(isDrawn).flatMap((child) => {
    if (child instanceof SVGGeometryElement || child instanceof SVGTextElement) return [child];
    return shapesOf(child);
  });
}

function draw(context: CanvasRenderingContext2D, shape: SVGGraphicsElement): void {
  const style = getComputedStyle(shape);
  const matrix = shape.getCTM();
  if (matrix === null || style.visibility === 'hidden') return;
  const { a, b, c, d, e, f } = matrix;
  context.save();
  context.setTransform(a * scale, b * scale, c * scale, d * scale, e * scale, (f + titleHeight) * scale);
  context.globalAlpha = Number(style.opacity);
  if (shape instanceof SVGTextElement) drawText(context, shape, style);
  else drawPath(context, new Path2D(pathOf(shape)), style);
  context.restore();
}

function drawPath(context: CanvasRenderingContext2D, path: Path2D, style: CSSStyleDeclaration): void {
  if (style.fill !== 'none') {
    context.fillStyle = style.fill;
    context.fill(path);
  }
  if (style.stroke !== 'none') {
    context.strokeStyle = style.stroke;
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.setLineDash((style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number));
    context.stroke(path);
  }
}

function drawText(context: CanvasRenderingContext2D, shape: SVGTextElement, style: CSSStyleDeclaration): void {
  const words = shape.textContent ?? '';
  if (words === '' || shape.getNumberOfChars() === 0) return;
  const { x, y } = shape.getStartPositionOfChar(0);
  context.fillStyle = style.fill;
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillText(words, x, y);
}

/** The outline as path data. */
function pathOf(shape: SVGGraphicsElement): string {
  const value = (name: string) => Number(shape.getAttribute(name) ?? 0);
  switch (shape.tagName) {
    case 'rect':
      return `M${value('x')},${value('y')}h${value('width')}v${value('height')}h${-value('width')}z`;
    case 'line':
      return `M${value('x1')},${value('y1')}L${value('x2')},${value('y2')}`;
    case 'circle': {
      const [x, y, r] = [value('cx'), value('cy'), value('r')];
      return `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`;
    }
    default:
      return shape.getAttribute('d') ?? '';
  }
}
