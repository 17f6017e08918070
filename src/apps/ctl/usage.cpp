#include "apps/ctl/usage.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("Usage", text); }

constexpr QChar ellipsis(0x2026);

Usage::Usage(const QString &text) : line(text)
{
    const QStringList tokens = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const QString &token = tokens[i];
        const bool optional = token.startsWith(u'[');
        QString bare = token;
        bare.remove(u'[').remove(u']').remove(ellipsis);
        if (!bare.startsWith(QLatin1String("--"))) {
            if (!optional && words.empty() && bare[0].isLower())
                fixed << bare;
            else
                words.emplace_back(bare, !optional);
            continue;
        }
        const QString name = bare.mid(2);
        const bool takesValue =
            !token.endsWith(u']') && i + 1 < tokens.size() && tokens[i + 1][0] != u'[' && !tokens[i + 1].startsWith(QLatin1String("--"));
        options[name] = takesValue;
        if (!optional)
            required << name;
        if (takesValue)
            ++i;
        if (tokens[i].endsWith(ellipsis))
            repeated << name;
    }
}

namespace {

bool isOption(const QString &argument) { return argument.startsWith(QLatin1String("--")) && argument.size() > 2; }

/// Reads the option at `at`, and its value where that stands behind it.
Result<> takeOption(const Usage &usage, const QStringList &arguments, qsizetype &at, Spoken &spoken)
{
    const QString &argument = arguments[at];
    const qsizetype equals = argument.indexOf(u'=');
    const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
    if (!usage.options.contains(name))
        return wrongUsage(tr("There is no option --%1 here.").arg(name));
    if (spoken.options.contains(name) && !usage.repeated.contains(name))
        return wrongUsage(tr("--%1 is given twice.").arg(name));
    const bool takesValue = usage.options[name];
    if (!takesValue && equals >= 0)
        return wrongUsage(tr("--%1 takes no value.").arg(name));
    if (takesValue && equals < 0 && (at + 1 >= arguments.size() || arguments[at + 1].startsWith(QLatin1String("--"))))
        return wrongUsage(tr("--%1 needs a value.").arg(name));
    spoken.options[name] << (!takesValue ? QString() : equals >= 0 ? argument.mid(equals + 1) : arguments[++at]);
    return Done{};
}

Result<> nameWords(const Usage &usage, const QStringList &words, Spoken &spoken)
{
    if (words.size() > qsizetype(usage.words.size()))
        return wrongUsage(tr("“%1” is one word too many.").arg(words[qsizetype(usage.words.size())]));
    for (size_t i = 0; i < usage.words.size(); ++i) {
        const auto &[name, required] = usage.words[i];
        if (qsizetype(i) < words.size())
            spoken.words[name] = words[qsizetype(i)];
        else if (required)
            return wrongUsage(tr("%1 is missing.").arg(name));
    }
    return Done{};
}

} // namespace

Result<Spoken> takeApart(const Usage &usage, const QStringList &arguments)
{
    Spoken spoken;
    QStringList words;
    bool onlyWords = false;
    for (qsizetype i = usage.fixed.size(); i < arguments.size(); ++i) {
        if (!onlyWords && arguments[i] == QLatin1String("--")) {
            onlyWords = true;
        } else if (!onlyWords && isOption(arguments[i])) {
            if (auto taken = takeOption(usage, arguments, i, spoken); !taken)
                return taken.error();
        } else {
            words << arguments[i];
        }
    }
    if (auto named = nameWords(usage, words, spoken); !named)
        return named.error();
    for (const QString &name : usage.required)
        if (!spoken.options.contains(name))
            return wrongUsage(tr("--%1 is missing.").arg(name));
    return spoken;
}

} // namespace ctl
