export * from './BarFrame';
export { type BarFigureKind, type TrackFigure } from './BarTrack';
export * from './FigureBar';
export * from './QuotaBar';
