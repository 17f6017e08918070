#include "web/form.h"

#include "web/multipart.h"
#include "web/token.h"

#include <QCoreApplication>

namespace web {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("WebForm", text); }

Error malformed() { return refuse(QStringLiteral("form_malformed"), tr("What the form sent cannot be read.")); }
Error tooLarge(const QString &text) { return refuse(QStringLiteral("form_too_large"), text); }

std::optional<Error> fieldTooLarge(const QString &name, const QString &value, const FormLimits &limits)
{
    if (name.toUtf8().size() > limits.nameBytes)
        return tooLarge(tr("The name of a field is too long."));
    if (value.toUtf8().size() > limits.fieldBytes)
        return tooLarge(tr("The text in “%1” is too long.").arg(name));
    return {};
}

Result<Form> readUrlEncoded(const QByteArray &body, const FormLimits &limits)
{
    if (body.count('&') >= limits.fields)
        return tooLarge(tr("The form has too many fields."));
    auto fields = Fields::parse(body, limits.fields);
    if (!fields)
        return malformed();
    for (const auto &[name, value] : fields->members())
        if (auto refused = fieldTooLarge(name, value, limits))
            return *refused;
    return Form{*std::move(fields), {}};
}

/// Without the folders that some browsers say, of whatever system.
QString baseName(const QString &sent)
{
    QString name;
    for (const QChar c : sent.sliced(std::max(sent.lastIndexOf(u'/'), sent.lastIndexOf(u'\\')) + 1))
        if (c.unicode() >= 0x20 && c.unicode() != 0x7f)
            name += c;
    return name == QLatin1String(".") || name == QLatin1String("..") ? QString() : name;
}

Result<Done> addFile(Form &form, const Part &part, const FormLimits &limits)
{
    if (part.fileName->isEmpty() && part.content.isEmpty()) // nothing was chosen
        return Done{};
    if (qsizetype(form.files.size()) >= limits.files)
        return tooLarge(tr("These are too many files."));
    if (part.content.size() > limits.fileBytes || part.fileName->toUtf8().size() > limits.nameBytes)
        return tooLarge(tr("The file “%1” is too large.").arg(baseName(*part.fileName).left(80)));
    form.files.push_back({part.name, baseName(*part.fileName), part.type, part.content.toByteArray()});
    return Done{};
}

Result<Done> addField(Form &form, const Part &part, const FormLimits &limits)
{
    auto value = textOf(part.content);
    if (!value)
        return malformed();
    if (qsizetype(form.fields.members().size()) >= limits.fields)
        return tooLarge(tr("The form has too many fields."));
    if (auto refused = fieldTooLarge(part.name, *value, limits))
        return *refused;
    form.fields.add(part.name, *std::move(value));
    return Done{};
}

Result<Form> readMultipart(const QByteArray &body, const QByteArray &boundary, const FormLimits &limits)
{
    Form form;
    Multipart parts(body, boundary);
    while (const auto part = parts.next()) {
        const auto added = part->fileName ? addFile(form, *part, limits) : addField(form, *part, limits);
        if (!added)
            return added.error();
    }
    if (!parts.isWhole())
        return malformed();
    return form;
}

} // namespace

const File *Form::file(const QString &field) const
{
    for (const File &each : files)
        if (each.field == field)
            return &each;
    return nullptr;
}

Result<Form> readForm(const Request &request, const FormLimits &limits)
{
    const auto type = Parametrised::parse(request.header("content-type"));
    const QByteArray charset = type ? type->parameter("charset").value_or("utf-8").toLower() : QByteArray();
    if (type && type->value == "application/x-www-form-urlencoded" && charset == "utf-8")
        return readUrlEncoded(request.body, limits);
    if (type && type->value == "multipart/form-data" && charset == "utf-8")
        return readMultipart(request.body, type->parameter("boundary").value_or(QByteArray()), limits);
    return refuse(QStringLiteral("form_type"), tr("This is not sent as a form."));
}

int statusOf(const Error &refusal)
{
    if (refusal.code == QLatin1String("form_type"))
        return 415;
    return refusal.code == QLatin1String("form_too_large") ? 413 : 400;
}

} // namespace web
