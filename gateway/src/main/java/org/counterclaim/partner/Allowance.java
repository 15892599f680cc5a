package org.counterclaim.partner;

import java.time.Duration;

/**
 * How many requests somebody may send.
 *
 * @param burst within a window
 * @param window that window
 * @param daily within 24 hours; 0 for as many as the window lets through
 */
public record Allowance(int burst, Duration window, int daily) {}
