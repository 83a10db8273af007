/** Tests of the whole: the database they share, the image, the compose file, the lint of the models. */
@org.jspecify.annotations.NullMarked
package ru.mcu;
