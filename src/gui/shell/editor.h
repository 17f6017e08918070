#pragma once

#include "gui/bind/fieldset.h"
#include "gui/shell/place.h"

class QTimer;

/// A tab in which one thing is edited: a product, a customer. What is typed is kept a moment later (see unfinished.h) and is there again when the
/// editor is opened next, until it is saved or discarded.
class Editor : public Place {
    Q_OBJECT

public:
    Editor(Desk &desk, const QString &title, const char *iconName);
    ~Editor() override;

    QString key() const override { return m_what; }
    bool isDirty() const override { return m_dirty; }
    void discard() override;

protected:
    /// The forms of this editor, and the name that unfinished work is kept under.
    void watch(const QString &what, std::vector<FieldSet *> forms);
    /// After the row is shown first: puts what was left unfinished back into the fields.
    void resume();
    /// The row was stored and is shown again; what is typed from now on belongs to `what`.
    void settled(const QString &what);
    /// Shows the row again as it is stored.
    virtual void forgetTyped() = 0;

private:
    void collect();
    void keepNow();
    void showDirty();

    QString m_what;
    std::vector<FieldSet *> m_forms;
    QJsonObject m_typed; ///< of all forms: they are gone already when the editor itself goes
    QTimer *m_timer;
    bool m_dirty = false;
};
