#include "channels/practicestore/faults.h"

#include <QCoreApplication>
#include <QStringList>

namespace channels::practicestore {
namespace {

using Kind = FaultPlan::Kind;

QString tr(const char *text) { return QCoreApplication::translate("PracticeStore", text); }

struct Word {
    Kind kind;
    const char *word;
    const char *meaning;
};

constexpr Word words[] = {{Kind::TooMany, "429", QT_TRANSLATE_NOOP("PracticeStore", "too many requests, try again in a second")},
                          {Kind::TooManyBare, "429-bare", QT_TRANSLATE_NOOP("PracticeStore", "too many requests, without saying when to try again")},
                          {Kind::TooManyLong, "429-long", QT_TRANSLATE_NOOP("PracticeStore", "too many requests, try again in ten years")},
                          {Kind::Error, "500", QT_TRANSLATE_NOOP("PracticeStore", "an error, nothing was done")},
                          {Kind::Maintenance, "503", QT_TRANSLATE_NOOP("PracticeStore", "a maintenance page")},
                          {Kind::Html, "html", QT_TRANSLATE_NOOP("PracticeStore", "a web page instead of an answer")},
                          {Kind::Empty, "empty", QT_TRANSLATE_NOOP("PracticeStore", "an empty answer")},
                          {Kind::Denied, "401", QT_TRANSLATE_NOOP("PracticeStore", "the key is refused")},
                          {Kind::Drop, "drop", QT_TRANSLATE_NOOP("PracticeStore", "the connection ends, nothing was done")},
                          {Kind::Lost, "lost", QT_TRANSLATE_NOOP("PracticeStore", "it was done, the answer is lost")},
                          {Kind::ErrorDone, "500-done", QT_TRANSLATE_NOOP("PracticeStore", "it was done, the answer is an error")},
                          {Kind::Ignored, "ignore", QT_TRANSLATE_NOOP("PracticeStore", "a change that is answered as done, and is not")},
                          {Kind::Truncated, "truncate", QT_TRANSLATE_NOOP("PracticeStore", "the answer ends in the middle")},
                          {Kind::Slow, "slow", QT_TRANSLATE_NOOP("PracticeStore", "the answer trickles for some seconds")},
                          {Kind::Oversize, "oversize", QT_TRANSLATE_NOOP("PracticeStore", "an answer of 70 MB")},
                          {Kind::Duplicate, "duplicate", QT_TRANSLATE_NOOP("PracticeStore", "a list shows an order twice")},
                          {Kind::Shift, "shift", QT_TRANSLATE_NOOP("PracticeStore", "an order changes between two pages of a list")}};

} // namespace

QString FaultPlan::help()
{
    QStringList lines;
    for (const Word &each : words)
        lines.append(QStringLiteral("%1  %2").arg(QString::fromLatin1(each.word), -9).arg(tr(each.meaning)));
    lines.append(QStringLiteral("%1  %2").arg(QStringLiteral("skew"), -9).arg(tr("skew:SECONDS, how far the store's clock is ahead")));
    return lines.join(u'\n');
}

bool FaultPlan::read(const QString &text, Rule &rule)
{
    bool good = false;
    if (text.startsWith(QLatin1String("every="))) {
        rule.every = text.mid(6).toInt(&good);
        return good && rule.every > 0;
    }
    if (text.startsWith(QLatin1String("next="))) {
        rule.next = text.mid(5).toInt(&good);
        return good && rule.next > 0;
    }
    rule.share = text.toDouble(&good);
    return good && rule.share >= 0 && rule.share <= 1;
}

Result<FaultPlan> FaultPlan::parse(const QString &text)
{
    FaultPlan plan;
    plan.m_text = text;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString word = part.section(u':', 0, 0).trimmed();
        const QString value = part.section(u':', 1).trimmed();
        bool good = false;
        if (word.startsWith(QLatin1String("seed="))) {
            plan.m_random.seed(word.mid(5).toULongLong(&good));
        } else if (word == QLatin1String("skew")) {
            plan.m_skew = value.toInt(&good);
        } else if (const auto found =
                       std::find_if(std::begin(words), std::end(words), [&](const Word &each) { return word == QLatin1String(each.word); });
                   found != std::end(words)) {
            good = read(value, plan.m_rules[found->kind]);
        }
        if (!good)
            return refuse(QStringLiteral("fault_plan"), tr("\"%1\" is not a trouble that this store can play.").arg(part), help());
    }
    return plan;
}

bool FaultPlan::strikes(Kind kind)
{
    const auto found = m_rules.find(kind);
    if (found == m_rules.end())
        return false;
    Rule &rule = found->second;
    if (rule.next > 0) {
        --rule.next;
        return true;
    }
    if (rule.every > 0)
        return ++rule.seen % rule.every == 0;
    return std::uniform_real_distribution<double>(0, 1)(m_random) < rule.share;
}

QString FaultPlan::toString() const { return m_text; }

} // namespace channels::practicestore
