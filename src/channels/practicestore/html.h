#pragma once

#include "channels/practicestore/shop.h"
#include "channels/web/message.h"

/// What the store's pages for people have in common. Every text that comes from outside goes through h().
namespace channels::practicestore {

inline QString h(const QString &text) { return text.toHtmlEscaped(); }
QString money(const Shop &shop, Amount amount);                                                  ///< "12.30 EUR"
WebAnswer layout(const Shop &shop, const QString &title, const QString &body, int status = 200); ///< a whole page; the body is markup
WebAnswer redirect(const QString &where);
WebAnswer missing(const Shop &shop);
WebAnswer stylesheet();
QString notice(const QString &text);
QString articleTitle(Shop &shop, const Product &product);
QString textOf(QString description); ///< a description may hold markup from anywhere: only its text, escaped
QString stockText(const Product &product);
QString taxText(const Shop &shop);

} // namespace channels::practicestore
