#pragma once

#include "base/id.h"
#include "base/money.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <functional>
#include <vector>

/// What a person may type for a day: 31.1. or 31.1.2026 or 2026-01-31, t for today, +7 or -3 for so many days from today.
std::optional<QDate> parseDay(const QString &text, QDate today);

/// The fields of a form, each said once: label, widget, what it shows of a struct and how it is read back. What cannot be read is said below its
/// field. Every widget carries its label as accessible name.
template <class T> class Fields {
public:
    explicit Fields(QFormLayout *layout) : m_layout(layout) {}

    QLineEdit *text(const QString &label, QString T::*field, const char *name = "")
    {
        return line(
            label, name, [field](const T &row) { return row.*field; },
            [field](T &row, const QString &typed) {
                row.*field = typed;
                return QString();
            });
    }
    QPlainTextEdit *longText(const QString &label, QString T::*field, const char *name = "")
    {
        auto *edit = new QPlainTextEdit;
        edit->setTabChangesFocus(true);
        edit->setMaximumHeight(90);
        put(label, edit, name);
        m_show.push_back([edit, field](const T &row) { edit->setPlainText(row.*field); });
        m_read.push_back([edit, field](T &row) {
            row.*field = edit->toPlainText();
            return true;
        });
        return edit;
    }
    QLineEdit *quantity(const QString &label, Quantity T::*field, const char *name = "")
    {
        return line(
            label, name, [field](const T &row) { return (row.*field).toString(QLocale()); },
            [field](T &row, const QString &typed) {
                const auto parsed = typed.isEmpty() ? Quantity() : Quantity::parse(typed, QLocale());
                if (!parsed)
                    return notANumber();
                row.*field = *parsed;
                return QString();
            });
    }
    QLineEdit *percent(const QString &label, Rate T::*field, const char *name = "")
    {
        return line(
            label, name, [field](const T &row) { return decimal::format((row.*field).millionths, 4, 0, QLocale()); },
            [field](T &row, const QString &typed) {
                const auto parsed = typed.isEmpty() ? std::optional<qint64>(0) : decimal::parse(typed, 4, QLocale());
                if (!parsed)
                    return notANumber();
                (row.*field).millionths = *parsed;
                return QString();
            });
    }
    QLineEdit *number(const QString &label, int T::*field, const char *name = "")
    {
        return line(
            label, name, [field](const T &row) { return QLocale().toString(row.*field); },
            [field](T &row, const QString &typed) {
                const auto parsed = typed.isEmpty() ? std::optional<qint64>(0) : decimal::parse(typed, 0, QLocale());
                if (!parsed)
                    return notANumber();
                row.*field = int(*parsed);
                return QString();
            });
    }
    /// An amount of the company's currency that may be missing.
    QLineEdit *amount(const QString &label, std::optional<qint64> T::*field, Currency currency, const char *name = "")
    {
        return line(
            label, name, [field, currency](const T &row) { return row.*field ? Money(*(row.*field), currency).toString(QLocale()) : QString(); },
            [field, currency](T &row, const QString &typed) {
                const auto parsed = Money::parse(typed, currency, QLocale());
                if (!parsed && !typed.isEmpty())
                    return notANumber();
                row.*field = parsed ? std::optional(parsed->minor()) : std::nullopt;
                return QString();
            });
    }
    QCheckBox *check(const QString &label, bool T::*field, const char *name = "")
    {
        auto *box = new QCheckBox(label);
        box->setObjectName(QString::fromLatin1(name));
        m_layout->addRow(QString(), box);
        m_show.push_back([box, field](const T &row) { box->setChecked(row.*field); });
        m_read.push_back([box, field](T &row) {
            row.*field = box->isChecked();
            return true;
        });
        return box;
    }
    /// A choice among texts, stored as such.
    QComboBox *choice(const QString &label, QString T::*field, const QStringList &choices, const char *name = "")
    {
        auto *box = new QComboBox;
        box->addItems(choices);
        put(label, box, name);
        m_show.push_back([box, field](const T &row) {
            if (box->findText(row.*field) < 0 && !(row.*field).isEmpty())
                box->addItem(row.*field);
            box->setCurrentText(row.*field);
        });
        m_read.push_back([box, field](T &row) {
            row.*field = box->currentText();
            return true;
        });
        return box;
    }
    /// A choice among rows of another table, by id; the first entry is "none".
    template <class Other> QComboBox *choice(const QString &label, Id<Other> T::*field, const std::vector<std::pair<Id<Other>, QString>> &choices, const char *name = "")
    {
        auto *box = new QComboBox;
        box->addItem(QStringLiteral("–"), 0);
        for (const auto &[id, text] : choices)
            box->addItem(text, id.value);
        put(label, box, name);
        m_show.push_back([box, field](const T &row) { box->setCurrentIndex(std::max(0, box->findData((row.*field).value))); });
        m_read.push_back([box, field](T &row) {
            (row.*field).value = box->currentData().toLongLong();
            return true;
        });
        return box;
    }

    void show(const T &row)
    {
        m_row = row;
        for (const auto &show : m_show)
            show(row);
    }
    /// What the form says; nothing if a field cannot be read (which is said beside it).
    std::optional<T> edited()
    {
        T row = m_row;
        bool all = true;
        for (const auto &read : m_read)
            all = read(row) && all;
        return all ? std::optional(row) : std::nullopt;
    }
    const T &shown() const { return m_row; }

private:
    static QString notANumber() { return QCoreApplication::translate("Fields", "This is no number."); }

    template <class Show, class Read> QLineEdit *line(const QString &label, const char *name, Show show, Read read)
    {
        auto *edit = new QLineEdit;
        auto *complaint = new QLabel;
        complaint->hide();
        complaint->setTextFormat(Qt::PlainText);
        complaint->setStyleSheet(QStringLiteral("color: #b3261e"));
        put(label, edit, name);
        m_layout->addRow(QString(), complaint);
        m_show.push_back([edit, complaint, show](const T &row) {
            edit->setText(show(row));
            complaint->hide();
        });
        m_read.push_back([edit, complaint, read](T &row) {
            const QString problem = read(row, edit->text().trimmed());
            complaint->setText(problem);
            complaint->setVisible(!problem.isEmpty());
            return problem.isEmpty();
        });
        return edit;
    }
    void put(const QString &label, QWidget *widget, const char *name)
    {
        widget->setObjectName(QString::fromLatin1(name));
        widget->setAccessibleName(label);
        m_layout->addRow(label, widget);
    }

    QFormLayout *m_layout;
    T m_row;
    std::vector<std::function<void(const T &)>> m_show;
    std::vector<std::function<bool(T &)>> m_read;
};
