import { coreComponentsTranslationRef } from '@backstage/core-components';
import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { apiDocsTranslationRef } from '@backstage/plugin-api-docs';
import { catalogTranslationRef } from '@backstage/plugin-catalog';
import { catalogGraphTranslationRef } from '@backstage/plugin-catalog-graph';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react';
import { homeReactTranslationRef } from '@backstage/plugin-home-react';
import { notificationsTranslationRef } from '@backstage/plugin-notifications';
import { orgTranslationRef } from '@backstage/plugin-org';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react';
import { searchTranslationRef } from '@backstage/plugin-search';
import { searchReactTranslationRef } from '@backstage/plugin-search-react';
import { techdocsTranslationRef } from '@backstage/plugin-techdocs/alpha';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings';

/**
 * Simplified Chinese for the stock plugins, which ship none.
 *
 * @remarks
 * Each set is complete: a message that an upgrade adds fails to compile until it is translated.
 */
export const stockTranslations = {
  'api-docs': createTranslationResource({
    ref: apiDocsTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./apiDocs')).apiDocsMessages,
      }),
    },
  }),
  catalog: createTranslationResource({
    ref: catalogTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./catalog')).catalogMessages,
      }),
    },
  }),
  'catalog-graph': createTranslationResource({
    ref: catalogGraphTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./catalogGraph')).catalogGraphMessages,
      }),
    },
  }),
  'catalog-react': createTranslationResource({
    ref: catalogReactTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./catalogReact')).catalogReactMessages,
      }),
    },
  }),
  'core-components': createTranslationResource({
    ref: coreComponentsTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./coreComponents')).coreComponentsMessages,
      }),
    },
  }),
  'home-react': createTranslationResource({
    ref: homeReactTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./homeReact')).homeReactMessages,
      }),
    },
  }),
  notifications: createTranslationResource({
    ref: notificationsTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./notifications')).notificationsMessages,
      }),
    },
  }),
  org: createTranslationResource({
    ref: orgTranslationRef,
    translations: {
      'zh-CN': async () => ({ default: (await import('./org')).orgMessages }),
    },
  }),
  scaffolder: createTranslationResource({
    ref: scaffolderTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./scaffolder')).scaffolderMessages,
      }),
    },
  }),
  'scaffolder-react': createTranslationResource({
    ref: scaffolderReactTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./scaffolderReact')).scaffolderReactMessages,
      }),
    },
  }),
  search: createTranslationResource({
    ref: searchTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./search')).searchMessages,
      }),
    },
  }),
  'search-react': createTranslationResource({
    ref: searchReactTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./searchReact')).searchReactMessages,
      }),
    },
  }),
  techdocs: createTranslationResource({
    ref: techdocsTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./techdocs')).techdocsMessages,
      }),
    },
  }),
  'user-settings': createTranslationResource({
    ref: userSettingsTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./userSettings')).userSettingsMessages,
      }),
    },
  }),
};
