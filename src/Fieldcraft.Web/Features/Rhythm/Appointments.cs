using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>
/// What a room puts into calendars. <paramref name="Kind"/> is the key of its words: <c>KIND</c>, a short title without any private text
/// ("Talk with your mentor").
/// </summary>
public sealed record AppointmentFacts(Guid Source, string Kind, PersonId? AskedBy, AppointedTime When, string Address);

/// <summary>Puts meetings and tasks into people's calendars and takes them out again. Saved with the next save.</summary>
public sealed class Appointments(FieldcraftDb db, TimeProvider clock)
{
    /// <summary>Makes the appointment for each of these people, or moves the one they have; whoever is no longer among them is told that it is off.</summary>
    public async Task SetAsync(AppointmentFacts facts, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var held = await HeldAsync(facts.Source, cancellationToken);
        foreach (var appointment in held)
        {
            if (people.Contains(appointment.PersonId))
            {
                appointment.Move(facts.When, now);
            }
            else
            {
                appointment.Cancel(now);
            }
        }

        foreach (var person in people.Where(p => !held.Any(a => a.PersonId == p)).Distinct())
        {
            db.Add(
                Appointment.Make(
                    Id.New<AppointmentId>(now),
                    person,
                    facts.Source,
                    facts.Kind,
                    facts.AskedBy,
                    facts.When,
                    facts.Address,
                    now
                )
            );
        }
    }

    /// <summary>It does not take place, for anybody.</summary>
    public async Task CancelAsync(Guid source, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var appointment in await HeldAsync(source, cancellationToken))
        {
            appointment.Cancel(now);
        }
    }

    private Task<List<Appointment>> HeldAsync(Guid source, CancellationToken cancellationToken) =>
        db.Appointments.Where(a => a.SourceId == source).OrderBy(a => a.Id).ToListAsync(cancellationToken);
}
