/**
 * All pages together, and what goes from one to another or is made of all: links, redirects, the glossary, the search
 * index, the sitemap, the folder that is written.
 */
@NullMarked
package portzero.grader.notes.site;

import org.jspecify.annotations.NullMarked;
