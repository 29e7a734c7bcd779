export { portalUiTranslationRef } from './translation';
