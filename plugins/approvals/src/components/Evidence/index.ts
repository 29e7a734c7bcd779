export * from './EvidenceView';
export * from './ObjectsView';
