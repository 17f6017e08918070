#pragma once

#include "base/result.h"
#include "web/message.h"

namespace web {

/// What of a form is too much. The body as a whole is limited by the server.
struct FormLimits {
    qsizetype fields = 5000; ///< an order of 600 lines has some 2,000
    qsizetype nameBytes = 200;
    qsizetype fieldBytes = 256 * 1024; ///< a pasted sheet
    qsizetype files = 10;
    qsizetype fileBytes = 8 * 1024 * 1024;
};

/// A file as a browser sent it. Nothing of it is to be believed: neither what it is called nor what it is said to be.
struct File {
    QString field;
    QString name;    ///< without folders and control characters; may be empty
    QByteArray type; ///< as the browser says
    QByteArray bytes;
};

struct Form {
    Fields fields;
    std::vector<File> files; ///< those that were chosen

    bool has(const QString &name) const { return fields.has(name); }
    QString text(const QString &name, const QString &otherwise = {}) const { return fields.text(name, otherwise); }
    QStringList all(const QString &name) const { return fields.all(name); }
    const File *file(const QString &field) const; ///< the first one of this field
};

/// The form in a request's body: application/x-www-form-urlencoded or multipart/form-data. Refuses "form_type" (neither), "form_malformed", and
/// "form_too_large".
Result<Form> readForm(const Request &request, const FormLimits &limits = {});
/// The status that says it to a browser: 415, 400 or 413.
int statusOf(const Error &refusal);

} // namespace web
