/**
 * Actions of templates, and of assistants, that apply for resources and find them.
 *
 * @packageDocumentation
 */
export {
  scaffolderModulePortal,
  scaffolderModulePortal as default,
} from './module';
