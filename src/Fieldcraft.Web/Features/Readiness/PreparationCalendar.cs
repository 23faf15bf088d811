using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Rhythm.Mailing;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>The place of previews and groups in the calendars of those who come and of the facilitator.</summary>
public sealed class PreparationCalendar(Appointments appointments)
{
    /// <summary>Saved with the next save.</summary>
    public async Task FollowAsync(IReadOnlyList<PreparationEvent> events, CancellationToken cancellationToken)
    {
        foreach (var planned in events)
        {
            if (planned.State == PreparationState.Cancelled)
            {
                await appointments.CancelAsync(planned.Id.Value, cancellationToken);
                continue;
            }

            await appointments.SetAsync(FactsOf(planned), PeopleOf(planned), cancellationToken);
        }
    }

    public static AppointmentFacts FactsOf(PreparationEvent planned) =>
        new(planned.Id.Value, KindOf(planned.Kind), null, planned.When, ReadinessLinks.Event(planned.Id));

    public static IReadOnlyList<PersonId> PeopleOf(PreparationEvent planned) =>
        [
            .. planned
                .Seated.Where(s => s.State == PreparationSeatState.Coming)
                .Select(s => s.PersonId)
                .Concat(planned.FacilitatorId is { } facilitator ? [facilitator] : Array.Empty<PersonId>())
                .Distinct(),
        ];

    public static Stretch StretchOf(AppointedTime when) => Stretch.Of(StartOf(when), when.Minutes);

    /// <summary>The moment at which it begins, on the clock of its place.</summary>
    public static DateTimeOffset StartOf(AppointedTime when)
    {
        var zone = TellByMail.ZoneOf(when.TimeZone);
        return TimeZoneInfo.ConvertTime(CalendarText.InstantOf(when.On, when.At ?? new TimeOnly(9, 0), zone), zone);
    }

    private static string KindOf(PreparationKind kind) =>
        kind == PreparationKind.Preview ? "ready.appointment.preview" : "ready.appointment.coaching";
}
