/** Which nodes and flows of the process models the tests went through, and the test that fails when one is missing. */
@org.jspecify.annotations.NullMarked
package ru.mcu.coverage;
