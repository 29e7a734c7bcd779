/**
 * Demo sign-in as a persona.
 *
 * @packageDocumentation
 */
export { authModulePersonas as default } from './module';
