#pragma once

#include "channels/practicestore/shop.h"
#include "web/form.h"

/// What the store's pages for people have in common. Every text that comes from outside goes through h().
namespace channels::practicestore {

inline QString h(const QString &text) { return text.toHtmlEscaped(); }
QString money(const Shop &shop, Amount amount);                                                      ///< "12.30 EUR"
web::Response layout(const Shop &shop, const QString &title, const QString &body, int status = 200); ///< a whole page; the body is markup
web::Response missing(const Shop &shop);
web::Response unreadable(const Shop &shop, const Error &refusal); ///< a form
web::Response stylesheet();
QString notice(const QString &text);
QString articleTitle(Shop &shop, const Product &product);
QString textOf(QString description); ///< a description may hold markup from anywhere: only its text, escaped
QString stockText(const Product &product);
QString taxText(const Shop &shop);

} // namespace channels::practicestore
