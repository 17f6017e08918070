#include "channels/practicestore/html.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace channels::practicestore {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("PracticeStore", text); }

constexpr const char *style = R"(
:root{--ink:#23201c;--quiet:#6d655b;--line:#e4ded5;--paper:#fbf9f6;--accent:#7a3e1d}
*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper)}
.practice{margin:0;background:#fff3cd;color:#5c4700;padding:.5rem 1rem;text-align:center;font-weight:600;border-bottom:1px solid #e6d28f}
header,main,footer{max-width:66rem;margin:0 auto;padding:1rem}header{display:flex;justify-content:space-between;align-items:baseline}
header a{color:inherit;text-decoration:none}header .name{font-size:1.4rem;font-weight:700}h1{font-size:1.6rem;margin:.5rem 0 1rem}
h2{font-size:1.1rem;margin:2rem 0 .75rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem}
.card{background:#fff;border:1px solid var(--line);border-radius:.5rem;padding:1rem;display:flex;flex-direction:column;gap:.4rem}
.card a{color:inherit;font-weight:600;text-decoration:none}.card a:hover{text-decoration:underline}.card form{margin-top:auto}
.price{font-variant-numeric:tabular-nums}.quiet{color:var(--quiet);font-size:.85rem}
button,.button{background:var(--accent);color:#fff;border:0;border-radius:.35rem;padding:.45rem .9rem;font:inherit;cursor:pointer;text-decoration:none;display:inline-block}
button.second{background:#fff;color:var(--accent);border:1px solid var(--accent)}
table{width:100%;border-collapse:collapse;background:#fff;border:1px solid var(--line)}th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid var(--line)}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}tr.total td{font-weight:700}
input,select,textarea{font:inherit;padding:.4rem;border:1px solid #bdb3a5;border-radius:.35rem;width:100%;background:#fff}
input.count{width:5rem}input[type=radio]{width:auto}label{display:block;margin-bottom:.6rem}.fields{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem}
.notice{background:#fdecea;border:1px solid #e6a8a1;color:#7c1d12;border-radius:.35rem;padding:.6rem .9rem;margin-bottom:1rem}
@media(max-width:40rem){.fields{grid-template-columns:1fr}}
)";
} // namespace

QString money(const Shop &shop, Amount amount) { return amount.toString() + u' ' + shop.settings.currency; }

web::Response layout(const Shop &shop, const QString &title, const QString &body, int status)
{
    static const QString frame = QStringLiteral(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        "<title>%1 – %2</title><link rel=\"stylesheet\" href=\"/style.css\"></head>\n<body><p class=\"practice\" role=\"note\">%3</p>\n"
        "<header><a class=\"name\" href=\"/\">%2</a><a href=\"/basket\">%4</a></header>\n<main>%5</main>\n</body></html>\n");
    web::Response answer = web::Response::html(
        frame.arg(h(title), h(shop.settings.name), h(tr("Purser practice store — for rehearsal, nothing is real")), h(tr("Basket")), body), status);
    answer.set("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'");
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("Cache-Control", "no-store");
    return answer;
}

QString notice(const QString &text) { return text.isEmpty() ? QString() : QStringLiteral("<p class=\"notice\" role=\"alert\">%1</p>").arg(h(text)); }

QString articleTitle(Shop &shop, const Product &product)
{
    const Product *family = shop.find(product.parent);
    if (!family)
        return product.name;
    QStringList options;
    for (const Attribute &attribute : product.attributes)
        options.append(attribute.options.value(0));
    return family->name + QStringLiteral(" – ") + options.join(QStringLiteral(", "));
}

QString textOf(QString description)
{
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    return h(description.remove(tags));
}

QString stockText(const Product &product)
{
    if (!product.managesStock)
        return tr("in stock");
    return product.stock > 0 ? tr("%1 in stock").arg(product.stock) : tr("sold out");
}

QString taxText(const Shop &shop) { return shop.settings.pricesIncludeTax ? tr("with tax") : tr("before tax"); }
web::Response missing(const Shop &shop)
{
    return layout(shop, tr("Not here"), QStringLiteral("<h1>%1</h1>").arg(h(tr("This page does not exist."))), 404);
}

web::Response unreadable(const Shop &shop, const Error &refusal)
{
    return layout(shop, tr("Not possible"), notice(refusal.text), web::statusOf(refusal));
}

web::Response stylesheet() { return web::Response::file(style, "text/css; charset=UTF-8"); }
} // namespace channels::practicestore
