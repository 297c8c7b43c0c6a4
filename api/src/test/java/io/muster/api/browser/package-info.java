/** Tests of the pages in a real browser: what they show, how they are used by keyboard, and whether everybody can use them. */
package io.muster.api.browser;
