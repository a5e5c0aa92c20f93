// How wide a chart's place is, in CSS pixels, as it changes. Knows the browser's observer.
import { type RefObject, useEffect, useRef, useState } from 'react';

/** 0 until it is known. */
export function useWidth<Place extends Element>(): { readonly ref: RefObject<Place | null>; readonly width: number } {
  const ref = useRef<Place>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const place = ref.current;
    if (place === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
