/**
 * Prepares documentation that lies beside its catalog file on disk.
 *
 * @packageDocumentation
 */
export {
  techdocsModuleFolders,
  techdocsModuleFolders as default,
} from './module';
