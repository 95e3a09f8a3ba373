import * as fc from 'fast-check';
import { excerptOf } from './excerpt';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Letters, signs that HTML uses, characters of two code units, spaces. */
const text = fc.string({ unit: fc.oneof(fc.constantFrom(...'abc<>&"\'/= \n;#-!'), fc.constantFrom('😀', 'é', '漢', '&lt;', '&amp;')), maxLength: 400 });

describe('excerptOf', () => {
  it.each([
    ['<p>one</p><p>two</p>', 'one two'],
    ['one<br>two<br/>three', 'one two three'],
    ['<ul><li>a</li><li>b</li></ul>', 'a b'],
    ['<h3>Title</h3><p>text</p>', 'Title text'],
    ['<blockquote>said</blockquote>answered', 'said answered'],
    ['<p>half<b>bold</b>ed</p>', 'halfbolded'],
    ['<p>  many \n\t spaces </p>', 'many spaces'],
    ['Tom &amp; Jerry &lt;3 &quot;cheese&quot; it&#39;s&nbsp;good', 'Tom & Jerry <3 "cheese" it\'s good'],
    ['&#x27;&apos;&#8364;&#x1F600;', "''€😀"],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&#0;&#xD800;&#x110000;', '\uFFFD\uFFFD\uFFFD'],
    ['&unknown; &copy', '&unknown; &copy'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['', ''],
  ])('reads %s', (html, plain) => {
    expect(excerptOf(html)).toBe(plain);
  });

  it.each([
    ['<script>alert(1)</script>shown'], ['<SCRIPT src=x>alert(1)</SCRIPT >shown'], ['<style>p{color:red}</style>shown'], ['<!-- <b>hidden</b> --><p>shown</p>'], ['shown<script>alert(1)'],
    ['shown<!-- never closed <b>'], ['<img src=x onerror="a>b">shown'], ["<a title='a>b' href=x>shown</a>"], ['shown<img src=x onerror=alert(1)'], ['<svg><title>hidden</title></svg>shown'],
    ['<iframe srcdoc="<p>hidden</p>"></iframe>shown'], ['<template><p>hidden</p></template>shown'], ['<!doctype html>shown'], ['<?xml version="1.0"?>shown'], ["<p title=it's>shown</p>"],
  ])('leaves out what nobody sees: %s', (html) => {
    expect(excerptOf(html)).toBe('shown');
  });

  it('keeps what somebody typed, also when it looks like markup', () => {
    fc.assert(fc.property(text, (typed) => {
      const whole = oneLine(typed);
      const found = excerptOf(`<p>${escaped(typed)}</p>`);
      if (whole.length <= 255) expect(found).toBe(whole);
      else expect(whole.startsWith(found.slice(0, -1))).toBe(true);
    }));
  });

  it('fits a Title column, whatever it is given', () => {
    fc.assert(fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 600 })), (html) => {
      const found = excerptOf(html);
      expect(found.length).toBeLessThanOrEqual(255);
      expect(found).not.toMatch(/[\n\r\t]/);
    }));
  });

  it('cuts between characters, never through one', () => {
    [252, 253, 254, 255, 256].forEach((before) => {
      const found = excerptOf('x'.repeat(before) + '😀😀😀');
      expect(found.length).toBeLessThanOrEqual(255);
      expect(found).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
      expect(found.endsWith('…')).toBe(true);
    });
    expect(excerptOf('x'.repeat(255))).toBe('x'.repeat(255));
  });

  it('is quick with text that was made to be slow', () => {
    const hostile = ['<'.repeat(50000), '<script'.repeat(8000), '<a ="'.repeat(10000), '&#'.repeat(30000), '<!--'.repeat(15000)];
    const started = Date.now();
    hostile.forEach(excerptOf);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});
