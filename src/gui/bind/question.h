#pragma once

#include "base/result.h"
#include "gui/bind/dayedit.h"
#include "gui/bind/notice.h"

#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QTableWidget>
#include <functional>
#include <map>

class QLabel;

/// A small window that asks for what a step needs and does it: the button says what will happen. A refusal is shown in it and it stays open; nothing
/// typed is lost.
class Question : public QDialog {
    Q_OBJECT

public:
    Question(QWidget *parent, const QString &title, const QString &verb);

    QLineEdit *addText(const char *name, const QString &label, const QString &value = {});
    DayEdit *addDay(const char *name, const QString &label, QDate value = {});
    QComboBox *addChoice(const char *name, const QString &label, const std::vector<std::pair<QString, QString>> &choices); ///< (value, text)
    /// A table of rows with a quantity each, the last column to be edited.
    QTableWidget *addQuantities(const QStringList &titles, const std::vector<QStringList> &rows);

    /// A sentence or two among the fields.
    QLabel *addWords(const QString &text = {});
    void showField(const char *name, bool shown);
    void setLabel(const char *name, const QString &label);

    QString text(const char *name) const;
    std::optional<QDate> day(const char *name) const; ///< an invalid day where the field is empty, nothing where it is no day
    /// What stands in the last column of each row.
    QStringList quantities() const;
    /// Opens the window; `act` is called when the button is pressed, and the window closes when it did not refuse.
    void ask(std::function<Result<>()> act);

    /// Escape: once more where something was typed, so that a slip loses nothing.
    void reject() override;

private:
    void fit(); ///< as wide as the fields want to be
    QString content() const;
    void addField(const char *name, const QString &label, QWidget *widget);

    QFormLayout *m_form;
    Notice *m_notice;
    QPushButton *m_do;
    QTableWidget *m_table = nullptr;
    std::map<QString, QWidget *> m_fields;
    std::vector<QWidget *> m_order; ///< as the keyboard goes through them: the fields, then the two buttons
    std::function<Result<>()> m_act;
    QString m_asked; ///< what stood in the fields when the window opened
    bool m_warned = false;
};
