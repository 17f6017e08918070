#include "web/form.h"

#include "random.h"

using web::Fields;
using web::File;
using web::Form;
using web::FormLimits;
using web::readForm;
using web::Request;

namespace {

constexpr const char *urlEncoded = "application/x-www-form-urlencoded";
constexpr const char *multipart = "multipart/form-data; boundary=XyZ";

QString q(const char *text) { return QString::fromUtf8(text); }

Request sent(const QByteArray &type, const QByteArray &body)
{
    Request request;
    request.method = "POST";
    request.headers = {{"content-type", type}};
    request.body = body;
    return request;
}

QString codeOf(const QByteArray &type, const QByteArray &body, const FormLimits &limits = {})
{
    const auto form = readForm(sent(type, body), limits);
    return form ? QStringLiteral("(read)") : form.error().code;
}

QByteArray part(const QByteArray &head, const QByteArray &content) { return "--XyZ\r\n" + head + "\r\n\r\n" + content + "\r\n"; }
QByteArray field(const QByteArray &name, const QByteArray &content) { return part("Content-Disposition: form-data; name=\"" + name + "\"", content); }
QByteArray file(const QByteArray &name, const QByteArray &fileName, const QByteArray &content)
{
    return part("Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: text/csv", content);
}
const QByteArray end = "--XyZ--\r\n";

/// As a browser does.
QByteArray quoted(const QString &name) { return name.toUtf8().replace('\\', "\\\\").replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A"); }

} // namespace

TEST(WebForm, isReadAsItWasFilledIn)
{
    const auto form = readForm(sent("Application/X-www-form-urlencoded; charset=UTF-8", "sku=V60-02&quantity=3&note=a%0D%0Ab+c&sku=V60-03"));

    ASSERT_TRUE(form);
    EXPECT_EQ(form->text("sku"), "V60-02");
    EXPECT_EQ(form->all("sku"), (QStringList{"V60-02", "V60-03"}));
    EXPECT_EQ(form->text("note"), "a\r\nb c");
    EXPECT_TRUE(form->has("quantity"));
    EXPECT_TRUE(form->files.empty());
}

TEST(WebForm, withAFileIsReadAsItWasFilledIn)
{
    const QByteArray bytes = "a;1\r\n--XyY\r\n\0b;2\r\n";
    const auto form =
        readForm(sent("multipart/form-data; boundary=\"XyZ\"", field("note", "line\r\nline") + file("lines", "C:\\My Docs\\ä.csv", bytes)
                                                                   + file("nothing", "", "") + field("note", "") + "--XyZ--"));

    ASSERT_TRUE(form);
    EXPECT_EQ(form->all("note"), (QStringList{"line\r\nline", ""}));
    ASSERT_EQ(form->files.size(), 1u) << "what was not chosen is no file";
    ASSERT_TRUE(form->file("lines"));
    EXPECT_EQ(form->file("lines")->name, q("ä.csv"));
    EXPECT_EQ(form->file("lines")->type, "text/csv");
    EXPECT_EQ(form->file("lines")->bytes, bytes);
    EXPECT_EQ(form->file("nothing"), nullptr);
}

TEST(WebForm, aFileNameLeadsNowhere)
{
    const auto nameOf = [](const QByteArray &fileName) {
        const auto form = readForm(sent(multipart, file("f", fileName, "x") + end));
        return form ? form->files.front().name : form.error().code;
    };
    EXPECT_EQ(nameOf("a.csv"), "a.csv");
    EXPECT_EQ(nameOf("../../etc/passwd"), "passwd");
    EXPECT_EQ(nameOf("..\\\\..\\\\boot.ini"), "boot.ini");
    EXPECT_EQ(nameOf("/etc/shadow"), "shadow");
    EXPECT_EQ(nameOf("a/.."), "");
    EXPECT_EQ(nameOf("."), "");
    EXPECT_EQ(nameOf("a%0D%0Ab%22c.csv"), "ab\"c.csv");
    EXPECT_EQ(nameOf("a%2Fb"), "a%2Fb") << "browsers encode nothing else";
    EXPECT_EQ(nameOf("\xff.csv"), "form_malformed");
}

TEST(WebForm, whatIsNotSentAsAFormIsRefused)
{
    for (const char *type :
         {"", "application/json", "text/plain", "multipart/mixed; boundary=XyZ", "application/x-www-form-urlencoded; charset=utf-16",
          "application/x-www-form-urlencoded; charset=utf-8; charset=utf-8", ";", "multipart/form-data, multipart/form-data"})
        EXPECT_EQ(codeOf(type, field("a", "b") + end), "form_type") << type;
}

TEST(WebForm, whatCannotBeReadIsRefused)
{
    EXPECT_EQ(codeOf(urlEncoded, "a=%zz"), "form_malformed");
    EXPECT_EQ(codeOf(urlEncoded, "a=%ff"), "form_malformed");
    EXPECT_EQ(codeOf(urlEncoded, "a=%00"), "form_malformed");
    const QByteArray good = field("a", "b");
    const std::pair<const char *, QByteArray> wrong[] = {
        {"nothing", ""},
        {"no end", good},
        {"half an end", good + "--XyZ-"},
        {"something first", "x" + good + end},
        {"a line first", "\r\n" + good + end},
        {"something behind", good + end + "x"},
        {"another boundary", "--Xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--Xyz--"},
        {"a boundary that goes on", "--XyZa\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--XyZ--"},
        {"a part without a head", "--XyZ\r\n\r\nb\r\n" + end},
        {"a part without a name", part("Content-Disposition: form-data", "b") + end},
        {"a part of something else", part("Content-Disposition: attachment; name=\"a\"", "b") + end},
        {"a part with two names", part("Content-Disposition: form-data; name=\"a\"; name=\"c\"", "b") + end},
        {"a part with two heads", part("Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"c\"", "b") + end},
        {"a name in two ways", part("Content-Disposition: form-data; name=\"a\"; filename=\"b\"; filename*=UTF-8''c", "b") + end},
        {"a name without its end", part("Content-Disposition: form-data; name=\"a", "b") + end},
        {"a part that is encoded", part("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64", "Yg==") + end},
        {"a header without a colon", part("Content-Disposition: form-data; name=\"a\"\r\nnonsense", "b") + end},
        {"a folded header", part("Content-Disposition: form-data;\r\n name=\"a\"", "b") + end},
        {"bare line ends", "--XyZ\nContent-Disposition: form-data; name=\"a\"\n\nb\n--XyZ--\n"},
        {"a head that is too large", part("Content-Disposition: form-data; name=\"a\"\r\nX: " + QByteArray(5000, 'x'), "b") + end},
        {"no UTF-8 in a text", field("a", "\xff") + end},
        {"NUL in a text", field("a", QByteArray("b\0c", 3)) + end},
        {"no UTF-8 in a name", field("\xc3", "b") + end},
    };
    for (const auto &[name, body] : wrong)
        EXPECT_EQ(codeOf(multipart, body), "form_malformed") << name;
    for (const char *type : {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a b \""})
        EXPECT_EQ(codeOf(type, good + end), "form_malformed") << type;
    EXPECT_EQ(codeOf("multipart/form-data; boundary=" + QByteArray(71, 'x'), "--" + QByteArray(71, 'x') + "--"), "form_malformed");
    EXPECT_EQ(codeOf(multipart, good + end), "(read)");
    EXPECT_EQ(codeOf(multipart, end), "(read)") << "a form without a field";
}

TEST(WebForm, whatIsTooMuchIsRefused)
{
    FormLimits limits;
    limits.fields = 2;
    limits.nameBytes = 4;
    limits.fieldBytes = 6;
    limits.files = 1;
    limits.fileBytes = 8;
    EXPECT_EQ(codeOf(urlEncoded, "a=1&b=2", limits), "(read)");
    EXPECT_EQ(codeOf(urlEncoded, "a=1&b=2&c=3", limits), "form_too_large");
    EXPECT_EQ(codeOf(urlEncoded, "abcd=123456", limits), "(read)");
    EXPECT_EQ(codeOf(urlEncoded, "abcde=1", limits), "form_too_large");
    EXPECT_EQ(codeOf(urlEncoded, "a=1234567", limits), "form_too_large");
    EXPECT_EQ(codeOf(multipart, field("a", "1") + field("b", "123456") + file("f", "x", "12345678") + end, limits), "(read)");
    EXPECT_EQ(codeOf(multipart, field("a", "1") + field("b", "2") + field("c", "3") + end, limits), "form_too_large");
    EXPECT_EQ(codeOf(multipart, field("a", "1234567") + end, limits), "form_too_large");
    EXPECT_EQ(codeOf(multipart, field("abcde", "1") + end, limits), "form_too_large");
    EXPECT_EQ(codeOf(multipart, file("f", "x", "123456789") + end, limits), "form_too_large");
    EXPECT_EQ(codeOf(multipart, file("f", "x", "1") + file("f", "y", "2") + end, limits), "form_too_large");
    EXPECT_EQ(codeOf(multipart, file("f", "long.csv", "1") + end, limits), "form_too_large");
}

TEST(WebForm, aRefusalHasItsStatus)
{
    EXPECT_EQ(web::statusOf(readForm(sent("text/plain", "")).error()), 415);
    EXPECT_EQ(web::statusOf(readForm(sent(urlEncoded, "%")).error()), 400);
    EXPECT_EQ(web::statusOf(readForm(sent(urlEncoded, "a=b"), {.fieldBytes = 0}).error()), 413);
}

TEST(WebForm, whateverIsFilledInComesBackAsItWas)
{
    Random random;
    for (int round = 0; round < 3000; ++round) {
        Form form;
        QByteArray body;
        for (int i = random.below(5); i > 0; --i) {
            if (random.below(2)) {
                const QString name = random.text(6), text = random.text(40);
                form.fields.add(name, text);
                body += field(quoted(name), text.toUtf8());
            } else {
                form.files.push_back({random.text(6), QStringLiteral("x%1").arg(i), "text/csv", random.bytes(60)});
                body += file(quoted(form.files.back().field), form.files.back().name.toUtf8(), form.files.back().bytes);
            }
        }
        const auto back = readForm(sent(multipart, body + end));
        ASSERT_TRUE(back) << body.toPercentEncoding().constData();
        ASSERT_EQ(back->fields.members(), form.fields.members());
        ASSERT_EQ(back->files.size(), form.files.size());
        for (size_t i = 0; i < form.files.size(); ++i) {
            ASSERT_EQ(back->files[i].field, form.files[i].field);
            ASSERT_EQ(back->files[i].bytes, form.files[i].bytes);
        }
    }
}

TEST(WebForm, whateverComesIsReadOrRefused)
{
    Random random;
    const QByteArray good = field("a", "b") + file("lines", "a.csv", "1;2\r\n") + field("c%22", "d") + end;
    int read = 0;
    for (int round = 0; round < 30'000; ++round) {
        const QByteArray body = round % 10 ? random.spoilt(good) : random.bytes(200);
        const QByteArray type = round % 3 ? QByteArray(multipart) : random.spoilt(multipart);
        const auto form = readForm(sent(type, body));
        if (!form)
            continue;
        ++read;
        for (const auto &[name, text] : form->fields.members())
            ASSERT_FALSE(name.contains(QChar(0)) || text.contains(QChar(0)));
        for (const File &each : form->files)
            ASSERT_FALSE(each.name.contains(u'/') || each.name.contains(u'\\') || each.name.contains(u'\n') || each.name == "..");
    }
    EXPECT_GT(read, 0);
}
