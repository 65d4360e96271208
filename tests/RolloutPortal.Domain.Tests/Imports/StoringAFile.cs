using RolloutPortal.Domain.Imports;

namespace RolloutPortal.Domain.Tests.Imports;

public sealed class StoringAFile
{
    private static readonly DateTimeOffset Now = new(2022, 1, 25, 9, 0, 0, TimeSpan.Zero);

    private static readonly ImportStored File = new(Guid.NewGuid(), Guid.NewGuid(), "employees", New: 3, Changed: 2, Unchanged: 1, Doubts: 0, StoredBy: null, Now);

    [Fact]
    public void It_is_stored_once()
    {
        Assert.Equal(File, Import.Initial.Store(File).Only());
        Import.Initial.After(import => import.Store(File)).Store(File with { At = Now.AddMinutes(1) }).IsRefused(ImportRefusals.AlreadyStored);
    }

    [Fact]
    public void Taken_back_it_is_once_and_stays_so()
    {
        var stored = Import.Initial.After(import => import.Store(File));
        Assert.Equal(new ImportReversed(File.ImportId, null, Now), stored.Reverse(standing: 0, by: null, Now).Only());

        var reversed = stored.After(import => import.Reverse(0, null, Now));
        reversed.Reverse(0, null, Now.AddDays(1)).IsNothing();
        reversed.Store(File).IsRefused(ImportRefusals.AlreadyStored);
    }

    [Fact]
    public void What_stands_on_it_keeps_it()
    {
        Import.Initial.After(import => import.Store(File)).Reverse(standing: 4, null, Now).IsRefused(ImportRefusals.StoodOn, 4);
        Import.Initial.Reverse(standing: 0, null, Now).IsRefused(ImportRefusals.NotFound);
    }
}
