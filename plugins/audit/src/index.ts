export { auditPlugin as default } from './plugin';
export { auditTranslationRef } from './translation';
