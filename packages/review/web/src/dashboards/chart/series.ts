// What a colour of a chart stands for. Knows no chart.

export interface Series {
  readonly key: string;
  readonly words: string;
  /** A class of chart.css that fills and draws in the series' colour. */
  readonly paint: string;
}
