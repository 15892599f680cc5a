package org.counterclaim.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that start what they need for themselves: one class at a time, beside one of those {@link OnRunningSystem}. JUnit would
 * begin all of them, because it starts another thread for each one that waits for an answer, and a small machine has enough to do
 * with the processes of two.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("a machine's other half")
@interface OnProcessesOfItsOwn {}
