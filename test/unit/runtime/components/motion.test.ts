import { describe, expect, test } from 'vitest';
import { easedMotion, pulledBeyond, SpeedMeter, slideMotion, springMotion } from '#runtime/components/motion.ts';

describe('a spring', () => {
  test('goes from one place to the other without swinging over', () => {
    const motion = springMotion(100, 20, 20);
    const places = Array.from({ length: 50 }, (_, step) => motion.at((step * motion.duration) / 49));
    expect(places[0]).toBeCloseTo(100);
    expect(places.at(-1)).toBe(20);
    for (const [at, place] of places.entries()) expect(place).toBeLessThanOrEqual(places[at - 1] ?? 100);
    expect(Math.min(...places)).toBe(20);
  });

  test('is faster with more damping, and takes no time when it is there', () => {
    expect(springMotion(0, 100, 40).duration).toBeLessThan(springMotion(0, 100, 20).duration / 1.9);
    expect(springMotion(5, 5, 20)).toMatchObject({ duration: 0 });
    expect(springMotion(5, 5, 20).at(0)).toBe(5);
  });
});

describe('a slide', () => {
  test('goes as far as friction lets it: v² / 2a', () => {
    const motion = slideMotion(10, 1000, 2);
    expect(motion.duration).toBe(0.5);
    expect(motion.at(0)).toBe(10);
    expect(motion.at(9)).toBe(10 + 1000 ** 2 / (2 * 2000));
  });

  test('goes both ways and less far with more friction', () => {
    expect(slideMotion(0, -1000, 2).at(1)).toBe(-250);
    expect(slideMotion(0, 1000, 4).at(1)).toBe(125);
    expect(slideMotion(0, 0, 2, 0).at(1)).toBe(0);
  });
});

test('what is pulled beyond its end follows less and less and never further than its size', () => {
  expect(pulledBeyond(0, 100)).toBe(0);
  expect(pulledBeyond(20, 100)).toBeLessThan(20);
  expect(pulledBeyond(40, 100)).toBeLessThan(2 * pulledBeyond(20, 100));
  expect(pulledBeyond(-40, 100)).toBe(-pulledBeyond(40, 100));
  expect(pulledBeyond(1_000_000, 100)).toBeLessThanOrEqual(100);
  expect(pulledBeyond(10, 0)).toBe(0);
});

test('an eased motion is half-way at half-time', () => {
  const motion = easedMotion(0, 200, 2);
  expect([motion.at(0), motion.at(1), motion.at(2)].map(Math.round)).toEqual([0, 100, 200]);
  expect(motion.at(0.2)).toBeLessThan(20);
});

describe('the speed of a finger', () => {
  test('is that of its last moments', () => {
    const meter = new SpeedMeter();
    meter.add(0, 0, 0);
    meter.add(300, 0, 500);
    meter.add(310, -5, 550);
    expect(meter.speed(550)).toEqual({ x: 200, y: -100 });
  });

  test('is none for a finger that rests before it leaves, or has not moved', () => {
    const meter = new SpeedMeter();
    meter.add(0, 0, 0);
    expect(meter.speed(0)).toEqual({ x: 0, y: 0 });
    meter.add(50, 0, 20);
    expect(meter.speed(400)).toEqual({ x: 0, y: 0 });
  });
});
