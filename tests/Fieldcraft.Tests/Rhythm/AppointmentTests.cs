using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Rhythm;

public sealed class AppointmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly AppointedTime Tuesday = new(new DateOnly(2026, 3, 3), new TimeOnly(9, 0), "Australia/Sydney", 60);

    [Fact]
    public void The_same_time_again_is_no_change_for_a_calendar()
    {
        var talk = Talk(Id.New<PersonId>(Now));

        Assert.False(talk.Move(Tuesday, Now));
        Assert.Equal(0, talk.Sequence);
        Assert.True(talk.Move(Tuesday with { At = new TimeOnly(10, 0) }, Now));
        Assert.Equal(1, talk.Sequence);
    }

    [Fact]
    public void What_was_cancelled_takes_place_again_once_it_has_a_time()
    {
        var talk = Talk(Id.New<PersonId>(Now));

        talk.Cancel(Now);
        talk.Cancel(Now);
        Assert.Equal(1, talk.Sequence);
        Assert.True(talk.Move(Tuesday, Now));
        Assert.Null(talk.CancelledAt);
    }

    [Fact]
    public void Nobody_is_asked_by_themselves()
    {
        var me = Id.New<PersonId>(Now);

        Assert.Null(Talk(me, askedBy: me).AskedById);
        Assert.NotNull(Talk(me, askedBy: Id.New<PersonId>(Now)).AskedById);
    }

    private static Appointment Talk(PersonId person, PersonId? askedBy = null) =>
        Appointment.Make(Id.New<AppointmentId>(Now), person, Guid.CreateVersion7(Now), "partners.talk", askedBy, Tuesday, "/partners", Now);
}
