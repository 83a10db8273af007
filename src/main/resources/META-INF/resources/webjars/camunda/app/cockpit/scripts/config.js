// Replaces the file of the same name in camunda-webapp-webjar. All texts of the application are in ../locales/ru.json.
export default {
  app: {
    name: 'Мониторинг',
    vendor: 'МЦУ'
  },

  // Russian only, whatever the language of the browser. A key that is missing in ru.json would be shown as it is.
  locales: {
    availableLocales: ['ru'],
    fallbackLocale: 'ru'
  },

  // Formats of moment.js: https://momentjs.com/docs/#/displaying/format/
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD.MM.YYYY HH:mm',
    normal: 'DD.MM.YYYY HH:mm',
    long: 'dddd, DD.MM.YYYY HH:mm',
    short: 'DD.MM.YYYY'
  },

  // No message about the first visit on the login page
  disableWelcomeMessage: true,

  // Resolved against the folder of the application: this is app/cockpit/plugins/mcu-1/mcu.js.
  // Browsers cache it under the Camunda version, so a changed plugin gets a new folder (mcu-2).
  customScripts: ['plugins/mcu-1/mcu']
};
