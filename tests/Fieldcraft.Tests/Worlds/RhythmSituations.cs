using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Worlds;

/// <summary>Situations around notices and calendars.</summary>
public static class RhythmSituations
{
    public static async Task<NoticeId> ToldAsync(this World world, Person person, string address, Person? from = null)
    {
        var id = Id.New<NoticeId>(world.Now);
        await world.SaveAsync(Notice.Tell(id, person.Id, SharingNotices.Shared.Key, from?.Id, address, world.Now));
        return id;
    }

    public static async Task<Appointment> AppointedAsync(
        this World world,
        Person person,
        DateOnly on,
        string address,
        Person? askedBy = null,
        string kind = "sharing.notice.shared.kind"
    )
    {
        var appointment = Appointment.Make(
            Id.New<AppointmentId>(world.Now),
            person.Id,
            Guid.CreateVersion7(world.Now),
            kind,
            askedBy?.Id,
            new AppointedTime(on, new TimeOnly(14, 30), "Australia/Sydney", 45),
            address,
            world.Now
        );
        await world.SaveAsync(appointment);
        return appointment;
    }

    public static Task ChangeAsync(this World world, AppointmentId id, Action<Appointment> change) =>
        world.App.InDatabaseAsync(async db =>
        {
            change(await db.Appointments.FirstAsync(a => a.Id == id));
            await db.SaveChangesAsync();
        });

    /// <summary>Changes a person's rhythm, begun when there is none.</summary>
    public static Task RhythmAsync(this World world, Person person, Action<PersonalRhythm> change) =>
        world.App.InDatabaseAsync(async db =>
        {
            var rhythm = await db.Rhythms.Include(r => r.Tellings).FirstOrDefaultAsync(r => r.PersonId == person.Id);
            if (rhythm is null)
            {
                rhythm = PersonalRhythm.Begin(Id.New<PersonalRhythmId>(world.Now), person.Id, world.Now);
                db.Add(rhythm);
            }

            change(rhythm);
            await db.SaveChangesAsync();
        });

    /// <summary>Runs a schedule that looks at everybody, now.</summary>
    public static async Task RunForAllAsync(this World world, string kind)
    {
        await using var scope = world.App.Application.Services.CreateAsyncScope();
        var row = new JobRow
        {
            Id = Guid.CreateVersion7(world.Now),
            Kind = kind,
            Key = "test",
            DueAt = world.Now,
        };
        await scope.ServiceProvider.GetServices<IJob>().Single(j => j.Kind == kind).RunAsync(row, CancellationToken.None);
    }
}
